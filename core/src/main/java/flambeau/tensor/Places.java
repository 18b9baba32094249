package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.Kernels;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;

/** Tensors of places: validated, and as kernels take them. */
final class Places {
    private Places() {}

    /** {@code index}, which must hold int32 or int64, as int64. */
    static Tensor whole(String op, Tensor index) {
        boolean nothing = index.count() == 0 && index.dtype().category() == DType.Category.INTEGER;
        Check.that(
                nothing || index.dtype() == DType.INT64 || index.dtype() == DType.INT32,
                "%s: the index must hold integers (int64 or int32), got %s",
                op,
                index.dtype());
        return index.unrecorded().plain(DType.INT64);
    }

    /** {@code index}, which must hold int64. */
    static Tensor int64(String op, Tensor index) {
        Check.that(index.dtype() == DType.INT64, "%s: the index must hold integers (int64), got %s", op, index.dtype());
        return index.unrecorded();
    }

    /** Refuses an entry outside [0, size). */
    static void check(String op, Tensor index, int size, int d) {
        check(op, index, 0, size, d);
    }

    /** {@code index} with entries below 0 counted from the end; refuses one outside [-size, size). */
    static Tensor wrapped(String op, Tensor index, long size, int d) {
        if (check(op, index, -size, size, d) >= 0) return index;
        return index.add(index.lt(0).plain(DType.INT64).mul(size));
    }

    /** Returns the smallest. */
    private static long check(String op, Tensor index, long from, long size, int d) {
        if (index.count() == 0) return 0;
        var range = range(index);
        long low = range.getLong(0), high = range.getLong(1);
        if (low < from || high >= size)
            throw new IndexOutOfBoundsException("%s: index %d is out of bounds for dimension %d of size %d"
                    .formatted(op, low < from ? low : high, d, size));
        return low;
    }

    static long largest(Tensor index) {
        return index.count() == 0 ? -1 : range(index).getLong(1);
    }

    private record Range(Array array) {
        long getLong(int i) {
            long value = ALL.get(ValueLayout.JAVA_LONG, array.address() + 8L * i);
            Reference.reachabilityFence(array);
            return value;
        }
    }

    private static Range range(Tensor index) {
        var y = Array.empty(Shape.of(2), DType.INT64);
        Kernels.range(index.array(), y);
        return new Range(y);
    }

    /** The numbers of the true elements of a mask, in row-major order. */
    static Tensor trues(Tensor mask) {
        var dense = dense(mask);
        var count = Array.empty(Shape.of(1), DType.INT64);
        Kernels.count(dense, count);
        var y = Array.empty(Shape.of(Math.toIntExact(new Range(count).getLong(0))), DType.INT64);
        if (y.count() > 0) Kernels.places(dense, y);
        return new Tensor(y);
    }

    private static Array dense(Tensor mask) {
        if (mask.isContiguous()) return mask.array();
        var y = Array.empty(mask.shape(), DType.BOOL);
        Kernels.copy(mask.array(), y);
        return y;
    }

    /** Where the elements with these row-major numbers lie from the beginning of the storage that {@code layout} counts from. */
    static Tensor offsets(Tensor numbers, Layout layout) {
        if (layout.isContiguous()) return layout.offset() == 0 ? numbers : numbers.add(layout.offset());
        var y = numbers.clone().contiguous();
        int[] sizes = layout.shape().sizes();
        long[] strides = layout.strides();
        long at = y.raw().address();
        for (long i = 0; i < y.count(); i++, at += 8) {
            long rest = ALL.get(ValueLayout.JAVA_LONG, at), place = layout.offset();
            for (int d = sizes.length - 1; d >= 0; d--) {
                place += rest % sizes[d] * strides[d];
                rest /= sizes[d];
            }
            ALL.set(ValueLayout.JAVA_LONG, at, place);
        }
        Reference.reachabilityFence(y);
        return y;
    }

    /** The indices in {@code shape} of elements by their row-major numbers: [n, dimensions]. */
    static Tensor unravelled(Tensor numbers, Shape shape) {
        int rank = shape.rank();
        var y = Array.empty(Shape.of(Math.toIntExact(numbers.count()), rank), DType.INT64);
        if (rank == 1) {
            Kernels.copy(numbers.array(), y.as(Layout.contiguous(numbers.shape())));
            return new Tensor(y);
        }
        var x = numbers.contiguous();
        long from = x.raw().address(), to = y.address();
        int[] sizes = shape.sizes();
        for (long i = 0; i < x.count(); i++, from += 8, to += 8L * rank) {
            long rest = ALL.get(ValueLayout.JAVA_LONG, from);
            for (int d = rank - 1; d > 0; d--) {
                ALL.set(ValueLayout.JAVA_LONG, to + 8L * d, rest % sizes[d]);
                rest /= sizes[d];
            }
            if (rank > 0) ALL.set(ValueLayout.JAVA_LONG, to, rest);
        }
        Reference.reachabilityFence(x);
        Reference.reachabilityFence(y);
        return new Tensor(y);
    }

    /** {@code a} as the lines of dimension {@code d} on which an index of shape {@code shape} counts. */
    static Array lines(Array a, int d, Shape shape) {
        var strides = a.layout().strides();
        if (strides.length == 0)
            return a.as(new Layout(shape, new long[shape.rank()], a.layout().offset()));
        strides[d] = 0;
        return a.as(new Layout(shape, strides, a.layout().offset()));
    }

    /** The first element of {@code a}, from which an index counts. */
    static Array origin(Array a, Shape shape) {
        return a.as(new Layout(shape, new long[shape.rank()], a.layout().offset()));
    }

    static long step(Array a, int d) {
        return a.shape().rank() == 0 ? 0 : a.layout().stride(d);
    }

    /** {@code y[i, j, k] = x[i, index[i, j, k], k]} for d = 1. */
    static Tensor gather(Tensor x, int d, Tensor index) {
        var y = Array.empty(index.shape(), x.dtype());
        if (y.count() > 0) Kernels.gather(lines(x.array(), d, y.shape()), step(x.raw(), d), index.array(), y);
        return new Tensor(y);
    }

    /** {@code y[i, index[i, j, k], k] = x[i, j, k]} for d = 1, or joined with it; x is broadcast to the index. */
    static void scatter(Fold fold, Array x, int d, Tensor index, Array y) {
        if (index.count() == 0) return;
        var from = x.as(x.layout().broadcast(index.shape()));
        Kernels.scatter(fold, from, index.array(), step(y, d), lines(y, d, index.shape()));
    }

    /** An index of one dimension along dimension d of {@code shape}. */
    static Tensor along(Tensor index, int d, Shape shape) {
        var strides = new long[shape.rank()];
        if (strides.length > 0)
            strides[d] = index.dim() == 0 ? 0 : index.raw().layout().stride(0);
        return new Tensor(
                index.raw().as(new Layout(shape, strides, index.raw().layout().offset())));
    }

    /** The places of dimension {@code d} that a slice names. */
    static Layout sliced(String op, Layout layout, int d, Index.Slice slice) {
        Check.that(slice.step() > 0, "%s: a slice's step must be positive, got %d", op, slice.step());
        int n = layout.shape().get(d);
        int start = Math.clamp(slice.start() < 0 ? slice.start() + (long) n : slice.start(), 0, n);
        int stop = Math.clamp(slice.stop() < 0 ? slice.stop() + (long) n : slice.stop(), start, n);
        return layout.slice(d, start, Math.ceilDiv(stop - start, slice.step()), slice.step());
    }

    /** {@code index} counted from the front of a dimension of size {@code size}. */
    static int resolve(String op, int index, int size, int dim) {
        if (index < -size || index >= size)
            throw new IndexOutOfBoundsException(
                    "%s: index %d is out of bounds for dimension %d of size %d".formatted(op, index, dim, size));
        return index < 0 ? index + size : index;
    }
}
