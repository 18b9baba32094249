package flambeau.onednn;

import flambeau.kernel.Conv;
import flambeau.kernel.Gemm;
import flambeau.kernel.Provider;

/**
 * Matrix products and convolutions from oneDNN. Its libraries are loaded by the first call that is worth it: a program of tiny
 * tensors does without. Where they are missing every call is declined, and one logged sentence says why.
 *
 * <p>Nothing else is taken from oneDNN. Its max pooling, softmax, exp and relu turn NaN into numbers, where PyTorch keeps it;
 * its log, softplus and gelu are wrong by more than the last bits in places.
 */
public final class DnnlProvider implements Provider {
    /** For {@link java.util.ServiceLoader}. */
    public DnnlProvider() {}

    /** The primitives prepared so far: one for each operation and its shapes. A program whose shapes repeat comes to an end of them. */
    public static long primitives() {
        return Cache.made();
    }

    @Override
    public String name() {
        return "onednn";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Gemm gemm() {
        return new DnnlGemm();
    }

    @Override
    public Conv conv() {
        return new DnnlConv();
    }
}
