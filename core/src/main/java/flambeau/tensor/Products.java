package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/** Products of matrices and vectors. */
abstract sealed class Products extends Indexing permits ScaledProducts {
    Products() {}

    /**
     * The matrix product. Two vectors give their dot product; a vector on one side is seen as a row or column, which goes
     * afterwards; dimensions in front of the last two are broadcast.
     *
     * @throws IllegalArgumentException if the inner sizes differ, or one tensor has no dimensions
     */
    public Tensor matmul(Tensor other) {
        Tensor a = self(), b = other;
        Check.operand("matmul", b);
        Check.that(
                a.dim() > 0 && b.dim() > 0,
                "matmul: both need at least 1 dimension, got %s and %s",
                a.shape(),
                b.shape());
        checkInner("matmul", a, b);
        if (a.dim() <= 2 && b.dim() <= 2) return small(a, b);
        Tensor left = a.dim() == 1 ? a.unsqueeze(0) : a, right = b.dim() == 1 ? b.unsqueeze(1) : b;
        var front = Shape.broadcast("matmul", front(left), front(right));
        int n = left.size(-2), k = left.size(-1), m = right.size(-1), batch = Math.toIntExact(front.count());
        boolean flat = right.dim() == 2 && left.isContiguous(); // one large product instead of many small ones
        var y = flat
                ? left.reshape(Math.multiplyExact(batch, n), k).mm(right)
                : left.expand(join(front, n, k))
                        .reshape(batch, n, k)
                        .bmm(right.expand(join(front, k, m)).reshape(batch, k, m));
        var shape = a.dim() == 1 ? front.insert(front.rank(), m) : front.insert(front.rank(), n);
        if (a.dim() > 1 && b.dim() > 1) shape = shape.insert(shape.rank(), m);
        return y.reshaped("UnsafeView", 0, shape);
    }

    /** Of matrices and vectors. */
    private static Tensor small(Tensor a, Tensor b) {
        if (a.dim() == 2 && b.dim() == 2) return a.mm(b);
        if (a.dim() == 1 && b.dim() == 2) return a.unsqueeze(0).mm(b).reshaped("Squeeze", 4, Shape.of(b.size(1)));
        var shape = a.dim() == 1 ? Shape.SCALAR : Shape.of(a.size(0));
        var y = Array.empty(shape, a.dtype());
        int n = a.dim() == 1 ? 1 : a.size(0);
        var row = a.dim() == 1 ? a.array().as(a.raw().layout().insert(0)) : a.array();
        Kernels.matmul(row, b.array().as(b.raw().layout().insert(1)), null, y.as(Layout.contiguous(Shape.of(n, 1))));
        if (a.dim() == 1) return dotted(a, b, new Tensor(y));
        return Op.of("Mv", new Tensor(y))
                .wrt(a, dy -> dy.unsqueeze(1).mul(b))
                .wrt(b, dy -> a.t().matmul(dy))
                .result();
    }

    private static Tensor dotted(Tensor a, Tensor b, Tensor y) {
        return Op.of("Dot", y).wrt(a, dy -> b.mul(dy)).wrt(b, dy -> a.mul(dy)).result();
    }

    private static Shape front(Tensor x) {
        var shape = x.shape();
        return shape.without(shape.rank() - 1).without(shape.rank() - 2);
    }

    private static Shape join(Shape front, int rows, int columns) {
        return front.insert(front.rank(), rows).insert(front.rank() + 1, columns);
    }

    static void checkInner(String op, Tensor a, Tensor b) {
        int k = b.size(b.dim() == 1 ? 0 : -2);
        Check.that(a.size(-1) == k, "%s: %s and %s do not agree: %d != %d", op, a.shape(), b.shape(), a.size(-1), k);
        Check.that(a.dtype() == b.dtype(), "%s: both must have one dtype, got %s and %s", op, a.dtype(), b.dtype());
        Check.that(a.dtype() != DType.BOOL, "%s: takes no bool tensors", op);
    }

    /** The product of two matrices, [n, k] and [k, m]. */
    public Tensor mm(Tensor mat2) {
        Check.that(
                self().dim() == 2 && mat2.dim() == 2,
                "mm: takes matrices, got %s and %s",
                self().shape(),
                mat2.shape());
        checkInner("mm", self(), mat2);
        var y = product(self(), mat2, null, Shape.of(self().size(0), mat2.size(1)));
        return Op.of("Mm", y)
                .wrt(self(), dy -> dy.mm(mat2.t()))
                .wrt(mat2, dy -> self().t().mm(dy))
                .result();
    }

    /** The products of two batches of matrices, [b, n, k] and [b, k, m]. */
    public Tensor bmm(Tensor mat2) {
        Check.that(
                self().dim() == 3 && mat2.dim() == 3 && self().size(0) == mat2.size(0),
                "bmm: takes two batches of as many matrices, got %s and %s",
                self().shape(),
                mat2.shape());
        checkInner("bmm", self(), mat2);
        var y = product(self(), mat2, null, Shape.of(self().size(0), self().size(1), mat2.size(2)));
        return Op.of("Bmm", y)
                .wrt(self(), dy -> dy.bmm(mat2.transpose(1, 2)))
                .wrt(mat2, dy -> self().transpose(1, 2).bmm(dy))
                .result();
    }

    /** The product of a matrix and a vector. */
    public Tensor mv(Tensor vec) {
        Check.that(
                self().dim() == 2 && vec.dim() == 1,
                "mv: takes a matrix and a vector, got %s and %s",
                self().shape(),
                vec.shape());
        checkInner("mv", self(), vec);
        return small(self(), vec);
    }

    /** The dot product of two vectors. */
    public Tensor dot(Tensor tensor) {
        Check.that(
                self().dim() == 1 && tensor.dim() == 1,
                "dot: takes two vectors, got %s and %s",
                self().shape(),
                tensor.shape());
        checkInner("dot", self(), tensor);
        if (!Compute.isFused(self().dtype())) return small(self(), tensor);
        var products = self().unrecorded().mul(tensor.unrecorded()); // no matrix product of 1 by 1 is as fast as this
        var y = products.sum();
        products.raw().storage().release();
        return dotted(self(), tensor, y);
    }

    /**
     * {@code this w^T + b}: what a linear layer computes.
     *
     * @param w [out, in]
     * @param b [out], or null
     */
    public Tensor linear(Tensor w, @Nullable Tensor b) {
        Tensor x = self();
        Check.that(w.dim() == 2, "linear: the weight must have 2 dimensions, got %s", w.shape());
        Check.that(x.dim() > 0, "linear: the input needs at least 1 dimension");
        Check.that(
                x.size(-1) == w.size(1),
                "linear: input %s has %d features, weight %s takes %d",
                x.shape(),
                x.size(-1),
                w.shape(),
                w.size(1));
        Check.that(
                b == null || b.dim() == 1 && b.size(0) == w.size(0),
                "linear: the bias must be [%d], got %s",
                w.size(0),
                b == null ? "" : b.shape());
        Check.that(
                x.dtype() == w.dtype() && (b == null || b.dtype() == w.dtype()),
                "linear: input (%s) and weight (%s) must have one dtype",
                x.dtype(),
                w.dtype());
        if (x.dim() != 2) {
            var shape = x.shape().with(x.dim() - 1, w.size(0));
            int rows = Math.toIntExact(shape.without(x.dim() - 1).count());
            var y = x.reshape(rows, w.size(1)).linear(w, b);
            return y.reshaped(b == null ? "UnsafeView" : "View", 0, shape);
        }
        var y = product(x, w.t(), b, Shape.of(x.size(0), w.size(0)));
        return Op.of(b == null ? "Mm" : "Addmm", y)
                .wrt(b, dy -> dy.sum(0))
                .wrt(x, dy -> dy.mm(w))
                .wrt(w, dy -> dy.t().mm(x))
                .result();
    }

    static Tensor product(Tensor a, Tensor b, @Nullable Tensor bias, Shape shape) {
        var y = Array.empty(shape, a.dtype());
        Kernels.matmul(a.array(), b.array(), bias == null ? null : bias.array(), y);
        return new Tensor(y);
    }
}
