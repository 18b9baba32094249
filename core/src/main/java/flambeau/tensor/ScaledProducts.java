package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import org.jspecify.annotations.Nullable;

/** Products that are scaled and added to something: {@code beta * this + alpha * product}. */
abstract sealed class ScaledProducts extends Products permits VectorProducts {
    ScaledProducts() {}

    /**
     * {@code beta * this + alpha * mat1 mat2}; this broadcasts to the product of the two matrices. With beta 0, NaN of this does
     * not count; factors of integers are truncated.
     *
     * @param args beta (1), alpha (1)
     */
    @SafeVarargs
    public final Tensor addmm(Tensor mat1, Tensor mat2, Arg<? super LinalgTakes.ScaledProduct>... args) {
        Check.that(
                mat1.dim() == 2 && mat2.dim() == 2, "addmm: takes matrices, got %s and %s", mat1.shape(), mat2.shape());
        checkInner("addmm", mat1, mat2);
        var scale = scale("addmm", mat1, Shape.of(mat1.size(0), mat2.size(1)), args);
        var y = scale.fused(mat1, mat2);
        return Op.of("Addmm", y == null ? scale.sum(wide(mat1).mm(wide(mat2))) : y)
                .wrt(self(), scale::left)
                .wrt(mat1, dy -> scale.right(dy.mm(mat2.t())))
                .wrt(mat2, dy -> scale.right(mat1.t().mm(dy)))
                .result();
    }

    /**
     * {@code beta * this + alpha * mat vec}; this broadcasts to the product of the matrix and the vector.
     *
     * @param args beta (1), alpha (1)
     */
    @SafeVarargs
    public final Tensor addmv(Tensor mat, Tensor vec, Arg<? super LinalgTakes.ScaledProduct>... args) {
        Check.that(
                mat.dim() == 2 && vec.dim() == 1,
                "addmv: takes a matrix and a vector, got %s and %s",
                mat.shape(),
                vec.shape());
        checkInner("addmv", mat, vec);
        var scale = scale("addmv", mat, Shape.of(mat.size(0)), args);
        return Op.of("Addmv", scale.sum(wide(mat).mv(wide(vec))))
                .wrt(self(), scale::left)
                .wrt(mat, dy -> scale.right(dy.outer(vec)))
                .wrt(vec, dy -> scale.right(mat.t().mv(dy)))
                .result();
    }

    /**
     * {@code beta * this + alpha * batch1 batch2} for each of two batches of as many matrices; this broadcasts to them.
     *
     * @param args beta (1), alpha (1)
     */
    @SafeVarargs
    public final Tensor baddbmm(Tensor batch1, Tensor batch2, Arg<? super LinalgTakes.ScaledProduct>... args) {
        checkBatches("baddbmm", batch1, batch2);
        var shape = Shape.of(batch1.size(0), batch1.size(1), batch2.size(2));
        var scale = scale("baddbmm", batch1, shape, args);
        return Op.of("Baddbmm", scale.sum(wide(batch1).bmm(wide(batch2))))
                .wrt(self(), scale::left)
                .wrt(batch1, dy -> scale.right(dy.bmm(batch2.transpose(1, 2))))
                .wrt(batch2, dy -> scale.right(batch1.transpose(1, 2).bmm(dy)))
                .result();
    }

    /**
     * {@code beta * this + alpha * sum of batch1 batch2} over two batches of as many matrices; this broadcasts to the sum.
     *
     * @param args beta (1), alpha (1)
     */
    @SafeVarargs
    public final Tensor addbmm(Tensor batch1, Tensor batch2, Arg<? super LinalgTakes.ScaledProduct>... args) {
        checkBatches("addbmm", batch1, batch2);
        int n = batch1.size(1), m = batch2.size(2), k = Math.multiplyExact(batch1.size(0), batch1.size(2));
        var scale = scale("addbmm", batch1, Shape.of(n, m), args);
        var product = wide(batch1)
                .transpose(0, 1)
                .reshape(n, k)
                .mm(wide(batch2).reshape(k, m)); // one long product, the batches side by side
        return Op.of("Addbmm", scale.sum(product))
                .wrt(self(), scale::left)
                .wrt(batch1, dy -> scale.right(each(dy, batch1).bmm(batch2.transpose(1, 2))))
                .wrt(batch2, dy -> scale.right(batch1.transpose(1, 2).bmm(each(dy, batch1))))
                .result();
    }

    private static Tensor each(Tensor dy, Tensor batch) {
        return dy.expand(batch.size(0), dy.size(0), dy.size(1));
    }

    private static void checkBatches(String op, Tensor batch1, Tensor batch2) {
        Check.that(
                batch1.dim() == 3 && batch2.dim() == 3 && batch1.size(0) == batch2.size(0),
                "%s: takes two batches of as many matrices, got %s and %s",
                op,
                batch1.shape(),
                batch2.shape());
        checkInner(op, batch1, batch2);
    }

    /**
     * {@code beta * this + alpha * vec1[i] vec2[j]}; this broadcasts to {@code [n, m]}.
     *
     * @param args beta (1), alpha (1), whole numbers for integers
     */
    @SafeVarargs
    public final Tensor addr(Tensor vec1, Tensor vec2, Arg<? super LinalgTakes.ScaledProduct>... args) {
        Check.that(
                vec1.dim() == 1 && vec2.dim() == 1,
                "addr: takes two vectors, got %s and %s",
                vec1.shape(),
                vec2.shape());
        Number a = given(args, alpha(1)).value(), b = given(args, beta(1)).value();
        var dtype = DType.promote(self().dtype(), DType.promote(vec1.dtype(), vec2.dtype()));
        Check.that(
                dtype.isFloatingPoint() || !Promotion.isFloating(a) && !Promotion.isFloating(b),
                "addr: factors of integers must be whole, got alpha %s and beta %s",
                a,
                b);
        var scale = new Scale("addr", self(), Shape.of(vec1.size(0), vec2.size(0)), dtype, a, b);
        Tensor left = vec1.plain(scale.wide), right = vec2.plain(scale.wide);
        return Op.of("Addr", scale.sum(left.unsqueeze(1).mul(right)))
                .wrt(self(), scale::left)
                .wrt(vec1, dy -> scale.right(dy.mv(vec2.to(dy.dtype()))))
                .wrt(vec2, dy -> scale.right(dy.t().mv(vec1.to(dy.dtype()))))
                .result();
    }

    private Scale scale(String op, Tensor factor, Shape shape, Arg<?>[] args) {
        Check.that(
                self().dtype() == factor.dtype(),
                "%s: all must have one dtype, got %s and %s",
                op,
                self().dtype(),
                factor.dtype());
        Number a = given(args, alpha(1)).value(), b = given(args, beta(1)).value();
        return new Scale(op, self(), shape, self().dtype(), a, b);
    }

    /** As the type in which half precision is computed, not recorded. */
    private static Tensor wide(Tensor x) {
        return x.unrecorded().plain(Scale.wide(x.dtype()));
    }

    /** The factors, and how both parts and their gradients are multiplied by them. */
    private static final class Scale {
        private final Tensor input;
        private final Shape shape;
        private final DType dtype;
        private final Number alpha;
        private final Number beta;
        private final boolean skips;
        final DType wide;

        Scale(String op, Tensor input, Shape shape, DType dtype, Number alpha, Number beta) {
            Check.that(
                    Shape.broadcast(op, input.shape(), shape).equals(shape),
                    "%s: %s does not broadcast to %s",
                    op,
                    input.shape(),
                    shape);
            this.input = input;
            this.shape = shape;
            this.dtype = dtype;
            this.alpha = of(alpha, dtype);
            this.beta = of(beta, dtype);
            skips = this.alpha.doubleValue() == 0
                    && !op.equals("baddbmm")
                    && !op.equals("addr"); // as PyTorch's libraries do
            wide = wide(dtype);
        }

        static DType wide(DType dtype) {
            return dtype.isFloatingPoint() && dtype.bytes() == 2 ? DType.FLOAT32 : dtype;
        }

        private static Number of(Number factor, DType dtype) {
            if (dtype == DType.BOOL) return factor.doubleValue() == 0 ? 0 : 1;
            if (dtype.isFloatingPoint()) return factor.doubleValue();
            return factor.longValue();
        }

        private static Tensor times(Tensor x, Number factor) {
            return factor.doubleValue() == 1 ? x : x.mul(factor);
        }

        /** The product with this as its bias, in one call, if that is all; else null. */
        @Nullable
        Tensor fused(Tensor mat1, Tensor mat2) {
            boolean plain = alpha.doubleValue() == 1 && beta.doubleValue() == 1 && dtype == wide;
            boolean row = input.dim() == 1 && input.size(0) == shape.get(1) && dtype.isFloatingPoint();
            return plain && row ? product(mat1, mat2, input, shape) : null;
        }

        /** {@code beta * input + alpha * product}, not recorded. */
        Tensor sum(Tensor product) {
            if (dtype == DType.BOOL) {
                var y = alpha.intValue() == 0 ? product.logicalAnd(product.logicalNot()) : product;
                return beta.intValue() == 0 ? y : y.logicalOr(input.unrecorded());
            }
            var y = skips ? Tensors.filled(shape, 0, wide) : times(product, alpha);
            if (beta.doubleValue() == 0) return y.plain(dtype);
            return times(input.unrecorded().plain(wide), beta).add(y).plain(dtype);
        }

        Tensor left(Tensor dy) {
            return times(dy, beta);
        }

        Tensor right(Tensor dy) {
            return times(dy, alpha);
        }
    }
}
