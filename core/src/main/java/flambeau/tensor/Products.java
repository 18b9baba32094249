package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Products of matrices and vectors. */
abstract sealed class Products extends Indexing permits Normalizing {
    Products() {}

    /**
     * The matrix product. Two vectors give their dot product; a vector on one side is seen as a row or column, which goes
     * afterwards; dimensions in front of the last two are broadcast.
     *
     * @throws IllegalArgumentException if the inner sizes differ, or one tensor has no dimensions
     */
    public Tensor matmul(Tensor other) {
        Tensor a = self(), b = other;
        Check.that(
                a.dim() > 0 && b.dim() > 0,
                "matmul: both need at least 1 dimension, got %s and %s", a.shape().text(), b.shape().text());
        if (a.dim() == 1) {
            var y = a.unsqueeze(0).matmul(b);
            return y.squeeze(b.dim() == 1 ? 0 : -2);
        }
        if (b.dim() == 1) return a.matmul(b.unsqueeze(1)).squeeze(-1);
        checkInner("matmul", a, b);
        if (b.dim() == 2 && a.dim() > 2 && a.isContiguous()) { // one large product instead of many small ones
            var shape = a.shape().with(a.dim() - 1, b.size(1));
            return a.reshape(-1, a.size(-1)).matmul(b).reshape(shape);
        }
        if (a.dim() == 2 && b.dim() == 2) return mm(b);
        var front = Shape.broadcast("matmul", front(a), front(b));
        int batch = Math.toIntExact(front.count());
        var left = a.expand(join(front, a)).reshape(batch, a.size(-2), a.size(-1));
        var right = b.expand(join(front, b)).reshape(batch, b.size(-2), b.size(-1));
        return left.bmm(right).reshape(join(front, a).with(front.rank() + 1, b.size(-1)));
    }

    private static Shape front(Tensor x) {
        var shape = x.shape();
        return shape.without(shape.rank() - 1).without(shape.rank() - 2);
    }

    private static Shape join(Shape front, Tensor x) {
        return front.insert(front.rank(), x.size(-2)).insert(front.rank() + 1, x.size(-1));
    }

    private static void checkInner(String op, Tensor a, Tensor b) {
        Check.that(
                a.size(-1) == b.size(-2),
                "%s: %s and %s do not agree: %d != %d",
                op, a.shape().text(), b.shape().text(), a.size(-1), b.size(-2));
        Check.that(
                a.dtype() == b.dtype(), "%s: both must have one dtype, got %s and %s", op, a.dtype(), b.dtype());
    }

    /** The product of two matrices, [n, k] and [k, m]. */
    public Tensor mm(Tensor other) {
        Check.that(
                self().dim() == 2 && other.dim() == 2,
                "mm: takes matrices, got %s and %s", self().shape().text(), other.shape().text());
        checkInner("mm", self(), other);
        var y = product(self(), other, null, Shape.of(self().size(0), other.size(1)));
        return Op.of("Mm", y)
                .wrt(self(), dy -> dy.mm(other.t()))
                .wrt(other, dy -> self().t().mm(dy))
                .result();
    }

    /** The products of two batches of matrices, [b, n, k] and [b, k, m]. */
    public Tensor bmm(Tensor other) {
        Check.that(
                self().dim() == 3 && other.dim() == 3 && self().size(0) == other.size(0),
                "bmm: takes two batches of as many matrices, got %s and %s",
                self().shape().text(), other.shape().text());
        checkInner("bmm", self(), other);
        var y = product(self(), other, null, Shape.of(self().size(0), self().size(1), other.size(2)));
        return Op.of("Bmm", y)
                .wrt(self(), dy -> dy.bmm(other.transpose(1, 2)))
                .wrt(other, dy -> self().transpose(1, 2).bmm(dy))
                .result();
    }

    /** The product of a matrix and a vector. */
    public Tensor mv(Tensor vector) {
        Check.that(
                self().dim() == 2 && vector.dim() == 1,
                "mv: takes a matrix and a vector, got %s and %s", self().shape().text(), vector.shape().text());
        return matmul(vector);
    }

    /** The dot product of two vectors. */
    public Tensor dot(Tensor other) {
        Check.that(
                self().dim() == 1 && other.dim() == 1,
                "dot: takes two vectors, got %s and %s", self().shape().text(), other.shape().text());
        return matmul(other);
    }

    /** {@code beta this + alpha a b}, where a and b are matrices and this broadcasts to their product; both factors are 1. */
    public Tensor addmm(Tensor a, Tensor b) {
        return a.mm(b).add(self());
    }

    /**
     * {@code this w^T + b}: what a linear layer computes.
     *
     * @param w [out, in]
     * @param b [out], or null
     */
    public Tensor linear(Tensor w, @Nullable Tensor b) {
        Tensor x = self();
        Check.that(w.dim() == 2, "linear: the weight must have 2 dimensions, got %s", w.shape().text());
        Check.that(x.dim() > 0, "linear: the input needs at least 1 dimension");
        Check.that(
                x.size(-1) == w.size(1),
                "linear: input %s has %d features, weight %s takes %d",
                x.shape().text(), x.size(-1), w.shape().text(), w.size(1));
        Check.that(
                b == null || b.dim() == 1 && b.size(0) == w.size(0),
                "linear: the bias must be [%d], got %s", w.size(0), b == null ? "" : b.shape().text());
        Check.that(
                x.dtype() == w.dtype() && (b == null || b.dtype() == w.dtype()),
                "linear: input (%s) and weight (%s) must have one dtype", x.dtype(), w.dtype());
        if (x.dim() != 2) {
            var shape = x.shape().with(x.dim() - 1, w.size(0));
            return x.reshape(Math.toIntExact(shape.without(x.dim() - 1).count()), w.size(1)).linear(w, b).reshape(shape);
        }
        var y = product(x, w.t(), b, Shape.of(x.size(0), w.size(0)));
        return Op.of(b == null ? "Mm" : "Addmm", y)
                .wrt(b, dy -> dy.sum(0))
                .wrt(x, dy -> dy.mm(w))
                .wrt(w, dy -> dy.t().mm(x))
                .result();
    }

    private static Tensor product(Tensor a, Tensor b, @Nullable Tensor bias, Shape shape) {
        var y = Array.empty(shape, a.dtype());
        Kernels.matmul(a.array(), b.array(), bias == null ? null : bias.array(), y);
        return new Tensor(y);
    }
}
