package flambeau.onednn;

import flambeau.kernel.Conv;
import flambeau.kernel.Gemm;
import flambeau.kernel.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Kernels from oneDNN. Where its libraries are missing it has no families, and one logged sentence says why.
 *
 * <p>Matrix products and convolutions only. oneDNN's elementwise functions, its pooling and its softmax turn NaN into
 * numbers, where PyTorch keeps it; the rest of its primitives are no faster than the Java kernels.
 */
public final class DnnlProvider implements Provider {
    private static final System.Logger LOG = System.getLogger("flambeau");

    private final boolean available = Dnnl.isAvailable();

    /** Loads the libraries. */
    public DnnlProvider() {
        if (!available && Dnnl.NATIVES instanceof Natives.Missing missing) {
            LOG.log(System.Logger.Level.INFO, missing.why());
        }
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
    public @Nullable Gemm gemm() {
        return available ? new DnnlGemm() : null;
    }

    @Override
    public @Nullable Conv conv() {
        return available ? new DnnlConv() : null;
    }
}
