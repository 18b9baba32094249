package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.includeSelf;

import flambeau.args.Arg;
import flambeau.args.Reduce;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.Kernels;
import java.lang.ref.Reference;

/** Reductions of all that goes to one place. */
abstract sealed class ScatterReducing extends Masking permits Deriving {
    ScatterReducing() {}

    /**
     * A copy of this with {@code [i, index[i, j, k], k]} joined with all {@code src[i, j, k]} that go there, for dimension 1.
     *
     * @param reduce SUM, PROD, MEAN, AMAX or AMIN
     * @param args includeSelf (true): whether what is there takes part
     */
    @SafeVarargs
    public final Tensor scatterReduce(
            int along, Tensor index, Tensor src, Reduce reduce, Arg<? super Takes.ScatterReduce>... args) {
        return scatterReduceEdit(
                        along,
                        index,
                        src,
                        reduce,
                        given(args, includeSelf(true)).value())
                .copy(self());
    }

    final Edit scatterReduceEdit(int along, Tensor index, Tensor src, Reduce reduce, boolean includeSelf) {
        int d = self().shape().dim("scatterReduce", along);
        Check.that(
                reduce != Reduce.ADD && reduce != Reduce.MULTIPLY,
                "scatterReduce: reduce must be sum, prod, mean, amax or amin, got %s",
                reduce);
        Check.that(reduce != Reduce.MEAN || self().dtype() != DType.BOOL, "scatterReduce: bool tensors have no mean");
        var places = checkedIndex("scatterReduce", d, index);
        var from = checkedSource("scatterReduce", places, src);
        return edit("ScatterReduce", d, places, from, reduce, includeSelf);
    }

    /**
     * A copy of this with the places that {@code index} names along a dimension joined with all of {@code source} that go there.
     *
     * @param index integers, one dimension
     * @param source in this shape, but for the dimension
     * @param reduce PROD, MEAN, AMAX or AMIN
     * @param args includeSelf (true): whether what is there takes part
     */
    @SafeVarargs
    public final Tensor indexReduce(
            int along, Tensor index, Tensor source, Reduce reduce, Arg<? super Takes.ScatterReduce>... args) {
        return indexReduceEdit(
                        along,
                        index,
                        source,
                        reduce,
                        given(args, includeSelf(true)).value())
                .copy(self());
    }

    final Edit indexReduceEdit(int along, Tensor index, Tensor source, Reduce reduce, boolean includeSelf) {
        int d = self().shape().dim("indexReduce", along);
        Check.that(
                reduce != Reduce.ADD && reduce != Reduce.MULTIPLY && reduce != Reduce.SUM,
                "indexReduce: reduce must be prod, mean, amax or amin, got %s",
                reduce);
        Check.that(
                self().dtype() != DType.BOOL || includeSelf && reduce != Reduce.MEAN,
                "indexReduce: bool tensors have no mean, and take part themselves");
        var places = alongIndex("indexReduce", d, Places.whole("indexReduce", index), false);
        var from = alongSource("indexReduce", d, places, source, false);
        return edit("IndexReduce", d, Places.along(places, d, from.shape()), from, reduce, includeSelf);
    }

    static Edit edit(String node, int d, Tensor index, Tensor src, Reduce reduce, boolean includeSelf) {
        var how = new How(d, index, src, reduce, includeSelf);
        return new Edit(node, 0, how::write, reduce != Reduce.SUM && reduce != Reduce.MEAN, src, how::record);
    }

    /** One such reduction; gradients as PyTorch defines them. */
    private record How(int d, Tensor index, Tensor src, Reduce reduce, boolean includeSelf) {
        void write(Array y) {
            if (index.count() == 0) return;
            if (!includeSelf) Places.scatter(Fold.SET, identity(y.dtype()), d, index, y);
            var fold = switch (reduce) {
                case PROD, MULTIPLY -> Fold.MUL;
                case AMAX -> Fold.MAX;
                case AMIN -> Fold.MIN;
                default -> Fold.ADD;
            };
            Places.scatter(fold, src.array(), d, index, y);
            if (reduce == Reduce.MEAN) divide(y, counts(new Tensor(y)).raw());
        }

        private Array identity(DType dtype) {
            boolean most = reduce == Reduce.AMIN;
            return switch (reduce) {
                case PROD, MULTIPLY -> Compute.scalar(1, dtype);
                case AMAX, AMIN ->
                    dtype.isFloatingPoint()
                            ? Compute.scalar(most ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY, dtype)
                            : Compute.scalar(extreme(dtype, most), dtype);
                default -> Compute.scalar(0, dtype);
            };
        }

        private static long extreme(DType dtype, boolean most) {
            if (dtype == DType.BOOL) return most ? 1 : 0;
            if (dtype == DType.UINT8) return most ? 255 : 0;
            long half = 1L << 8 * dtype.bytes() - 1;
            return most ? half - 1 : -half;
        }

        /** How many values each place is the mean of; 1 where there are none. */
        private Tensor counts(Tensor like) {
            var ones = Tensors.filled(index.shape(), 1, like.dtype());
            var n = Tensors.filled(like.shape(), includeSelf ? 1 : 0, like.dtype())
                    .scatterAdd(d, index, ones);
            return includeSelf ? n : n.maskedFill(n.eq(0), 1);
        }

        private static void divide(Array y, Array n) {
            if (y.dtype().isFloatingPoint()) {
                Kernels.binary(Binary.DIV, y, n, y);
                return;
            }
            var dense = Array.empty(y.shape(), y.dtype());
            Kernels.copy(y, dense);
            long a = dense.address(), b = n.address();
            for (long i = 0;
                    i < dense.count();
                    i++, a += y.dtype().bytes(), b += y.dtype().bytes())
                Element.setLong(
                        y.dtype(), a, Math.floorDiv(Element.getLong(y.dtype(), a), Element.getLong(y.dtype(), b)));
            Reference.reachabilityFence(n);
            Kernels.copy(dense, y);
        }

        void record(Op<Tensor> op, Tensor x, Tensor y) {
            switch (reduce) {
                case SUM, ADD -> op.wrt(x, dy -> own(dy)).wrt(src, dy -> dy.gather(d, index));
                case MEAN -> {
                    op.wrt(x, dy -> own(dy.div(counts(dy))));
                    op.wrt(src, dy -> dy.div(counts(dy)).gather(d, index));
                }
                case PROD, MULTIPLY -> {
                    op.wrt(x, dy -> own(dy.mul(productOfOthers(x))));
                    op.wrt(src, dy -> sourceOfProduct(dy, x, y));
                }
                case AMAX, AMIN -> {
                    op.wrt(x, dy -> own(shared(dy, x, y).mul(x.eq(y).to(dy.dtype()))));
                    op.wrt(
                            src,
                            dy -> shared(dy, x, y)
                                    .gather(d, index)
                                    .mul(src.eq(y.gather(d, index)).to(dy.dtype())));
                }
            }
        }

        /** A gradient of what was there: 0 where that did not take part. */
        private Tensor own(Tensor dx) {
            return includeSelf ? dx : dx.scatter(d, index, 0);
        }

        private Tensor productOfOthers(Tensor x) {
            var without = x.maskedFill(x.eq(0), 1);
            return edit("ScatterReduce", d, index, src, Reduce.PROD, includeSelf)
                    .copy(without)
                    .div(without);
        }

        /** The result divided by each factor; a single zero is left out of the product instead. */
        private Tensor sourceOfProduct(Tensor dy, Tensor x, Tensor y) {
            var zero = src.eq(0);
            var zeros = Tensors.filled(dy.shape(), 0, dy.dtype())
                    .scatterAdd(d, index, zero.to(dy.dtype()))
                    .gather(d, index);
            var single = zero.logicalAnd(zeros.eq(1));
            var others = edit("ScatterReduce", d, index, src.maskedFill(single, 1), Reduce.PROD, includeSelf)
                    .copy(x);
            var divided = dy.mul(y).gather(d, index).div(src.maskedFill(zero, 1));
            return dy.mul(others).gather(d, index).where(single, divided);
        }

        /** The gradient divided by the number of values that are the extreme. */
        private Tensor shared(Tensor dy, Tensor x, Tensor y) {
            var winners = src.eq(y.gather(d, index)).to(dy.dtype());
            return dy.div(x.eq(y).to(dy.dtype()).scatterAdd(d, index, winners));
        }
    }
}
