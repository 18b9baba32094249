package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Backward;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import flambeau.kernel.Reduce;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;

/** From tensors to kernels and back: promotes, broadcasts, makes the result. Nothing here is recorded. */
final class Compute {
    private Compute() {}

    static Tensor unary(Unary op, Tensor x) {
        var y = Array.empty(x.raw().layout().fresh(), op.isPredicate() ? DType.BOOL : x.dtype());
        Kernels.unary(op, x.array(), y);
        return new Tensor(y);
    }

    /** Of a function whose result is floating: integers are converted to the default dtype. */
    static Tensor floating(Unary op, Tensor x) {
        return unary(op, x.to(Promotion.floating(x.dtype())));
    }

    /** Of a function of floating numbers: integers are converted to the default dtype. */
    static Tensor floating(String name, Binary op, Tensor a, Tensor b) {
        return binary(name, op, a, b, Promotion.floating(Promotion.of(a, b)));
    }

    /** Of a function of floating numbers: integers are converted to the default dtype. */
    static Tensor floating(Binary op, Tensor a, Number b) {
        return binary(op, a, b, Promotion.floating(Promotion.of(a, b)));
    }

    /** Of a function that refuses integers. */
    static Tensor reals(String name, Binary op, Tensor a, Tensor b) {
        var dtype = Promotion.of(a, b);
        Check.that(dtype.isFloatingPoint(), "%s: the dtype must be floating, got %s", name, dtype);
        return binary(name, op, a, b, dtype);
    }

    /** The gradient of a function whose result is {@code y}, in one kernel; differentiable in turn. */
    static Tensor gradient(String name, Binary op, Tensor dy, Tensor y) {
        var dx = binary(name, op, dy, y);
        return Op.of(name, dx)
                .wrt(dy, g -> gradient(name, op, g, y))
                .wrt(y, g -> switch (op) {
                    case TANH_GRAD -> g.mul(dy).mul(y).mul(-2);
                    case SIGMOID_GRAD -> g.mul(dy).mul(y.mul(-2).add(1));
                    default -> null; // relu is straight on both sides
                })
                .result();
    }

    /** In place of a gradient that PyTorch lacks as well. */
    static Backward<Tensor> noGradient(String name) {
        return dy -> {
            throw new IllegalStateException("backward: %s has no derivative here".formatted(name));
        };
    }

    static Tensor binary(String name, Binary op, Tensor a, Tensor b) {
        Check.operand(name, b);
        return binary(name, op, a, b, Promotion.of(a, b));
    }

    static Tensor binary(String name, Binary op, Tensor a, Tensor b, DType dtype) {
        boolean scalar = a.dim() == 0 || b.dim() == 0;
        if (scalar && a.dtype() != b.dtype() && isScaledInFloat32(op, dtype))
            return binary(name, op, a, b, DType.FLOAT32).plain(dtype);
        var shape = Shape.broadcast(name, a.shape(), b.shape());
        var left = a.plain(dtype).array();
        var right = b.plain(dtype).array();
        var y = Array.empty(result(shape, left, right), op.isPredicate() ? DType.BOOL : dtype);
        Kernels.binary(op, left, right, y);
        return new Tensor(y);
    }

    /** Whether PyTorch does not round a factor to {@code dtype} first. */
    static boolean isScaledInFloat32(Binary op, DType dtype) {
        return (op == Binary.MUL || op == Binary.DIV || op == Binary.FLOOR_DIV)
                && (dtype == DType.FLOAT16 || dtype == DType.BFLOAT16);
    }

    static Tensor binary(Binary op, Tensor a, Number b, DType dtype) {
        if (isScaledInFloat32(op, dtype))
            return binary(op, a.plain(DType.FLOAT32), b, DType.FLOAT32).plain(dtype);
        var y = Array.empty(a.raw().layout().fresh(), op.isPredicate() ? DType.BOOL : dtype);
        Kernels.binary(op, a.plain(dtype).array(), scalar(b, dtype), y);
        return new Tensor(y);
    }

    /** Whether {@link #ternary} computes in this type; in the half types and in integers functions are composed. */
    static boolean isFused(DType dtype) {
        return dtype == DType.FLOAT32 || dtype == DType.FLOAT64;
    }

    static Tensor ternary(String name, Ternary op, double v, Tensor a, Tensor b, Tensor c, DType dtype) {
        var shape = Shape.broadcast(name, a.shape(), Shape.broadcast(name, b.shape(), c.shape()));
        Array first = a.plain(dtype).array(), second = b.plain(dtype).array();
        var y = Array.empty(result(shape, first, second), dtype);
        Kernels.ternary(op, v, first, second, c.plain(dtype).array(), y);
        return new Tensor(y);
    }

    /** Refuses a number that {@code dtype} cannot hold; a negative one may wrap around in uint8, as in PyTorch. */
    static void checkFits(String name, Number value, DType dtype) {
        double v = value.doubleValue(), low, high;
        if (dtype == DType.BOOL || dtype.isFloatingPoint() && !Double.isFinite(v)) return;
        if (dtype.isFloatingPoint()) {
            high = dtype.finfo().max();
            low = -high;
        } else {
            high = dtype.iinfo().max();
            low = dtype == DType.UINT8 ? -high : dtype.iinfo().min();
        }
        Check.that(v >= low && v <= high, "%s: %s cannot hold %s", name, dtype, value);
    }

    /** A number as an array without dimensions. */
    static Array scalar(Number value, DType dtype) {
        var y = Array.empty(Shape.SCALAR, dtype);
        if (Promotion.isFloating(value)) flambeau.array.Element.setDouble(dtype, y.address(), value.doubleValue());
        else flambeau.array.Element.setLong(dtype, y.address(), value.longValue());
        return y;
    }

    /** The layout of a result: that of the first operand which has its whole shape, so that image layouts stay. */
    static Layout result(Shape shape, Array a, Array b) {
        if (a.shape().equals(shape)) {
            var layout = a.layout();
            boolean plain = layout.isContiguous()
                    && b.shape().equals(shape)
                    && !b.layout().isContiguous();
            return plain && a.shape().count() > 1 ? b.layout().fresh() : layout.fresh();
        }
        return b.shape().equals(shape) ? b.layout().fresh() : Layout.contiguous(shape);
    }

    /** Reduces the dimensions that {@code reduced} marks; they stay with size 1. */
    static Tensor reduce(Reduce.Op op, Tensor x, boolean[] reduced, Number ofNothing) {
        return reduce(op, x, reduced, ofNothing, x.dtype());
    }

    /** The same with a result of another type, in which is folded what is of a narrower one. */
    static Tensor reduce(Reduce.Op op, Tensor x, boolean[] reduced, Number ofNothing, DType dtype) {
        var shape = x.shape();
        for (int d = 0; d < reduced.length; d++) if (reduced[d]) shape = shape.with(d, 1);
        if (x.count() == 0) return Tensors.full(shape, ofNothing).to(dtype);
        var y = Array.empty(shape, dtype);
        Kernels.reduce(op, x.array(), y.as(y.layout().broadcast(x.shape())));
        return new Tensor(y);
    }
}
