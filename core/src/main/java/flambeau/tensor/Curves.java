package flambeau.tensor;

import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Activation;
import flambeau.kernel.Curve;
import flambeau.kernel.Kernels;
import flambeau.kernel.Ternary;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Activation functions with a kernel of their own. What users call is {@code F.gelu}.
 *
 * <p>A backward pass that is not recorded makes one pass over memory; one that is recorded is written in operations of tensors.
 */
public final class Curves {
    private Curves() {}

    /** {@code x > 0 ? scale x : alpha scale (e^(inner x) - 1)}. */
    public static Tensor elu(String op, String node, Tensor x, double alpha, double scale, double inner) {
        return of(op, node, x, new Activation.Shape(Curve.ELU, alpha * scale, scale, inner), v -> {
            var positive = v.gt(0);
            var below = v.where(positive.logicalNot(), 0).mul(inner).exp().mul(alpha * scale * inner);
            return Tensors.full(v.shape(), scale).to(v.dtype()).where(positive, below);
        });
    }

    /** {@code x > 0 ? x : slope x}. */
    public static Tensor leakyRelu(Tensor x, double slope) {
        return of("leakyRelu", "LeakyRelu", x, new Activation.Shape(Curve.LEAKY_RELU, slope, 0, 0), v -> {
            var positive = v.gt(0).to(v.dtype());
            return positive.mul(1 - slope).add(slope);
        });
    }

    /** {@code min(max(x, low), high)}. */
    public static Tensor hardtanh(String op, Tensor x, double low, double high) {
        if (!x.dtype().isFloatingPoint() && x.dtype() != DType.BOOL) return x.clamp((long) low, (long) high);
        var shape = new Activation.Shape(Curve.HARDTANH, low, high, 0);
        return of(
                op, "Hardtanh", x, shape, v -> v.gt(low).logicalAnd(v.lt(high)).to(v.dtype()));
    }

    /** {@code min(max(x + 3, 0), 6) / 6}. */
    public static Tensor hardsigmoid(Tensor x) {
        var shape = new Activation.Shape(Curve.HARDSIGMOID, 0, 0, 0);
        return of(
                "hardsigmoid",
                "Hardsigmoid",
                x,
                shape,
                v -> v.gt(-3).logicalAnd(v.lt(3)).to(v.dtype()).div(6));
    }

    /** {@code x min(max(x + 3, 0), 6) / 6}. */
    public static Tensor hardswish(Tensor x) {
        var shape = new Activation.Shape(Curve.HARDSWISH, 0, 0, 0);
        return of("hardswish", "Hardswish", x, shape, v -> {
            var inside = v.gt(-3).logicalAnd(v.lt(3));
            return v.div(3).add(0.5).where(inside, v.ge(3).to(v.dtype()));
        });
    }

    /** NaN and the infinities replaced. */
    static Tensor nanToNum(Tensor x, double nan, double above, double below) {
        var dtype = x.dtype();
        Tensor high = new Tensor(Compute.scalar(above, dtype)), low = new Tensor(Compute.scalar(below, dtype));
        return Op.of("NanToNum", Compute.ternary("nanToNum", Ternary.NAN_TO_NUM, nan, x, high, low, dtype))
                .wrt(x, dy -> dy.mul(x.isfinite().to(dy.dtype())))
                .result();
    }

    /** {@code |x| <= lambda ? 0 : x}. */
    public static Tensor hardshrink(Tensor x, double lambda) {
        return of("hardshrink", "Hardshrink", x, new Activation.Shape(Curve.HARDSHRINK, lambda, 0, 0), outside(lambda));
    }

    /** {@code x} moved towards 0 by lambda. */
    public static Tensor softshrink(Tensor x, double lambda) {
        return of("softshrink", "Softshrink", x, new Activation.Shape(Curve.SOFTSHRINK, lambda, 0, 0), outside(lambda));
    }

    private static UnaryOperator<Tensor> outside(double lambda) {
        return v -> v.ge(-lambda).logicalAnd(v.le(lambda)).logicalNot().to(v.dtype());
    }

    /** {@code x <= threshold ? value : x}. */
    public static Tensor threshold(Tensor x, double threshold, double value) {
        if (!x.dtype().isFloatingPoint()) return x.where(x.gt(threshold), Tensors.whole(value));
        var shape = new Activation.Shape(Curve.THRESHOLD, threshold, value, 0);
        return of(
                "threshold",
                "Threshold",
                x,
                shape,
                v -> v.le(threshold).logicalNot().to(v.dtype()));
    }

    /** {@code log(1 + e^(beta x)) / beta}, or x where {@code beta x > threshold}. */
    public static Tensor softplus(Tensor x, double beta, double threshold) {
        var shape = new Activation.Shape(Curve.SOFTPLUS, beta, threshold, 0);
        return of("softplus", "Softplus", x, shape, v -> {
            var scaled = v.mul(beta);
            return scaled.sigmoid().where(scaled.le(threshold), 1);
        });
    }

    /** {@code log(1 / (1 + e^-x))}. */
    public static Tensor logSigmoid(Tensor x) {
        var shape = new Activation.Shape(Curve.LOG_SIGMOID, 0, 0, 0);
        return of("logsigmoid", "LogSigmoid", x, shape, v -> v.neg().sigmoid());
    }

    /** {@code x / (1 + e^-x)}. */
    public static Tensor silu(Tensor x) {
        return of("silu", "Silu", x, new Activation.Shape(Curve.SILU, 0, 0, 0), v -> {
            var s = v.sigmoid();
            return s.mul(v.mul(s.neg().add(1)).add(1));
        });
    }

    /** {@code x tanh(log(1 + e^x))}. */
    public static Tensor mish(Tensor x) {
        return of("mish", "Mish", x, new Activation.Shape(Curve.MISH, 0, 0, 0), v -> {
            var t = softplus(v, 1, 20).tanh();
            return t.add(v.mul(v.sigmoid()).mul(t.mul(t).neg().add(1)));
        });
    }

    /** {@code x} times the probability that a normal number is below x. */
    public static Tensor gelu(Tensor x) {
        return of("gelu", "Gelu", x, new Activation.Shape(Curve.GELU, 0, 0, 0), v -> {
            var below = v.mul(Math.sqrt(0.5)).erf().add(1).mul(0.5);
            return below.add(v.mul(v.mul(v).mul(-0.5).exp()).mul(1 / Math.sqrt(2 * Math.PI)));
        });
    }

    /** {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}. */
    public static Tensor geluTanh(Tensor x) {
        return of("gelu", "Gelu", x, new Activation.Shape(Curve.GELU_TANH, 0, 0, 0), v -> {
            double root = Math.sqrt(2 / Math.PI), cubic = 0.044715;
            var square = v.mul(v);
            var t = square.mul(cubic).add(1).mul(v).mul(root).tanh();
            var slope = square.mul(3 * cubic).add(1).mul(root / 2);
            return t.add(1).mul(0.5).add(v.mul(t.mul(t).neg().add(1)).mul(slope));
        });
    }

    /** {@code x > 0 ? x : w x}, w being broadcast to x. */
    public static Tensor prelu(Tensor x, Tensor w) {
        Check.that(x.dtype() == w.dtype(), "prelu: input %s and weight %s differ in dtype", x.dtype(), w.dtype());
        var y = x.unrecorded().where(x.gt(0), x.unrecorded().mul(w.unrecorded()));
        return Op.of("PreluKernel", y)
                .wrt(x, dy -> dy.where(x.gt(0), dy.mul(w)))
                .wrt(w, dy -> dy.mul(x).where(x.gt(0).logicalNot(), 0).sumTo(w.shape(), "prelu"))
                .result();
    }

    /** {@code x > 0 ? x : a x}, each a being drawn from [low, high]. */
    public static Tensor rrelu(Tensor x, double low, double high, RandomSource generator) {
        Check.that(x.dtype().isFloatingPoint(), "rrelu: the dtype must be floating, got %s", x.dtype());
        var below = x.le(0);
        var slopes = Tensors.onesLike(x).detach();
        drawWhere(slopes, below, low, high, generator);
        return Op.of("RreluWithNoise", x.unrecorded().mul(slopes))
                .wrt(x, dy -> dy.mul(slopes))
                .result();
    }

    /** PyTorch draws only for the elements that take a slope, in row-major order. */
    private static void drawWhere(Tensor slopes, Tensor below, double low, double high, RandomSource generator) {
        long n = below.sum().item().longValue();
        if (n == 0) return;
        var drawn = Tensors.zeros(Shape.of((int) n), Args.dtype(DType.FLOAT64))
                .uniform_(low, high, Args.generator(generator))
                .toDoubleArray();
        var mask = below.toLongArray();
        var values = new double[mask.length];
        for (int i = 0, k = 0; i < mask.length; i++) values[i] = mask[i] != 0 ? drawn[k++] : 1;
        slopes.copy_(Tensors.tensor((Object) values, Args.dtype(slopes.dtype())).reshape(slopes.shape()));
    }

    /** {@code a / (1 + e^-b)} for the halves a and b. */
    public static Tensor glu(Tensor x, int along) {
        Check.that(x.dtype().isFloatingPoint(), "glu: the dtype must be floating, got %s", x.dtype());
        int half = x.size(along) / 2;
        Tensor a = x.narrow(along, 0, half), b = x.narrow(along, half, half);
        var gate = b.unrecorded().sigmoid();
        return Op.of("Glu", a.unrecorded().mul(gate))
                .wrt(x, dy -> {
                    Tensor left = x.narrow(along, 0, half);
                    Tensor s =
                            GradMode.isEnabled() ? x.narrow(along, half, half).sigmoid() : gate;
                    var slope = s.mul(s.neg().add(1));
                    return Tensors.cat(List.of(dy.mul(s), dy.mul(left).mul(slope)), along);
                })
                .result();
    }

    /** {@code -(t log(x) + (1 - t) log(1 - x))}, no logarithm below -100. */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor t) {
        var y = entropy(x.unrecorded(), t.unrecorded());
        return Op.of("BinaryCrossEntropy", y)
                .wrt(x, dy -> {
                    var spread = x.neg().add(1).mul(x).clampMin(1e-12);
                    return dy.mul(x.sub(t)).div(spread);
                })
                .wrt(t, dy -> dy.mul(logarithm(x.neg().add(1)).sub(logarithm(x))))
                .result();
    }

    private static Tensor entropy(Tensor x, Tensor t) {
        var other = logarithm(x.neg().add(1));
        return t.sub(1).mul(other).sub(t.mul(logarithm(x)));
    }

    private static Tensor logarithm(Tensor x) {
        return x.log().clampMin(-100);
    }

    private static Tensor of(String op, String node, Tensor x, Activation.Shape f, UnaryOperator<Tensor> slope) {
        Check.that(x.dtype().isFloatingPoint(), "%s: the dtype must be floating, got %s", op, x.dtype());
        var in = dense(x.array());
        var y = Array.empty(in.layout().fresh(), x.dtype());
        Kernels.activation(f, in, y);
        return Op.of(node, new Tensor(y))
                .wrt(x, dy -> GradMode.isEnabled() ? dy.mul(slope.apply(x)) : backward(f, dy, x))
                .result();
    }

    private static Tensor backward(Activation.Shape f, Tensor dy, Tensor x) {
        var in = dense(x.array());
        var dx = Array.empty(in.layout().fresh(), x.dtype());
        Kernels.activationBackward(f, like(dy.array(), dx.layout()), in, dx);
        return new Tensor(dx);
    }

    private static Array dense(Array x) {
        return x.layout().isDense() ? x : like(x, Layout.contiguous(x.shape()));
    }

    private static Array like(Array x, Layout layout) {
        var copy = Array.empty(layout.fresh(), x.dtype());
        Kernels.copy(x, copy);
        return copy;
    }

    /** {@code x} after it has taken the values of {@code f(x)}; the gradient is that of f. */
    public static Tensor inPlace(String op, Tensor x, UnaryOperator<Tensor> f) {
        return x.change(op, true, f);
    }
}
