package flambeau.functional;

import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Products with weights. */
abstract sealed class Products extends Activations permits Pads {
    Products() {}

    /**
     * {@code x w^T}.
     *
     * @param x [.., in]
     * @param w [out, in]; [in] for an output without the last dimension
     * @return [.., out]
     * @throws IllegalArgumentException if sizes or dtypes differ
     */
    public static Tensor linear(Tensor x, Tensor w) {
        return linear(x, w, null);
    }

    /**
     * {@code x w^T + b}.
     *
     * @param x [.., in]
     * @param w [out, in]; [in] for an output without the last dimension
     * @param b [out], or what can be expanded to the output; or null
     * @return [.., out]
     * @throws IllegalArgumentException if sizes or dtypes differ
     */
    public static Tensor linear(Tensor x, Tensor w, @Nullable Tensor b) {
        if (w.dim() == 2 && b != null && (b.dim() != 1 || b.size(0) != w.size(0))) return linearPlus(x, w, b);
        if (w.dim() != 1) return x.linear(w, b);
        if (b != null && (x.dim() == 2 || x.dim() == 3))
            throw Refusal.of("linear: a weight [in] takes no bias beside an input of %d dimensions", x.dim());
        var y = x.linear(w.unsqueeze(0), b == null ? null : b.reshape(1));
        return y.squeeze(-1);
    }

    private static Tensor linearPlus(Tensor x, Tensor w, Tensor b) {
        var y = x.linear(w, null);
        int shift = y.dim() - b.dim();
        boolean fits = shift >= 0 && b.dtype() == y.dtype();
        for (int d = 0; fits && d < b.dim(); d++) fits = b.size(d) == 1 || b.size(d) == y.size(d + shift);
        if (!fits) return x.linear(w, b); // which says why not
        return y.add(b);
    }

    /**
     * {@code y[o] = sum over i, j of x1[i] w[o, i, j] x2[j]}.
     *
     * @param x1 [.., in1]
     * @param x2 [.., in2], the other sizes being those of x1
     * @param w [out, in1, in2]
     * @return [.., out]
     * @throws IllegalArgumentException if sizes or dtypes differ
     */
    public static Tensor bilinear(Tensor x1, Tensor x2, Tensor w) {
        return bilinear(x1, x2, w, null);
    }

    /**
     * {@code y[o] = sum over i, j of x1[i] w[o, i, j] x2[j] + b[o]}.
     *
     * @param x1 [.., in1]
     * @param x2 [.., in2], the other sizes being those of x1
     * @param w [out, in1, in2]
     * @param b [out], or null
     * @return [.., out]
     * @throws IllegalArgumentException if sizes or dtypes differ
     */
    public static Tensor bilinear(Tensor x1, Tensor x2, Tensor w, @Nullable Tensor b) {
        int last = x1.dim() - 1;
        boolean agree = last >= 0 && x1.dim() == x2.dim();
        for (int d = 0; agree && d < last; d++) agree = x1.size(d) == x2.size(d);
        if (!agree)
            throw Refusal.of(
                    "bilinear: inputs must agree but for their last dimension, got %s and %s",
                    x1.shape().text(), x2.shape().text());
        if (w.dim() != 3 || w.size(1) != x1.size(-1) || w.size(2) != x2.size(-1))
            throw Refusal.of(
                    "bilinear: weight must be [out, %d, %d], got %s",
                    x1.size(-1), x2.size(-1), w.shape().text());
        if (b != null && (b.dim() != 1 || b.size(0) != w.size(0)))
            throw Refusal.of(
                    "bilinear: bias must be [%d], got %s", w.size(0), b.shape().text());
        if (x1.dtype() != w.dtype() || x2.dtype() != w.dtype() || b != null && b.dtype() != w.dtype())
            throw Refusal.of(
                    "bilinear: inputs (%s, %s), weight (%s)%s must have one dtype",
                    x1.dtype(), x2.dtype(), w.dtype(), b == null ? "" : " and bias (" + b.dtype() + ")");
        int out = w.size(0), in1 = w.size(1), in2 = w.size(2);
        var sizes = x1.shape().with(last, out).sizes();
        int n = 1;
        for (int d = 0; d < last; d++) n *= x1.size(d);
        var rows = x1.reshape(n, in1).matmul(w.transpose(0, 1).reshape(in1, out * in2)); // [n, out in2]
        var y = rows.reshape(n, out, in2).matmul(x2.reshape(n, in2, 1)).reshape(sizes);
        return b == null ? y : y.add(b);
    }
}
