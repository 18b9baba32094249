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
     * @param b [out], or null
     * @return [.., out]
     * @throws IllegalArgumentException if sizes or dtypes differ
     */
    public static Tensor linear(Tensor x, Tensor w, @Nullable Tensor b) {
        if (w.dim() != 1) return x.linear(w, b);
        var y = x.linear(w.unsqueeze(0), b == null ? null : b.reshape(1));
        return y.squeeze(-1);
    }
}
