package flambeau.kernel.vector;

import flambeau.kernel.Conv;
import flambeau.kernel.Gates;
import flambeau.kernel.Gemm;
import flambeau.kernel.Norm;
import flambeau.kernel.Pointwise;
import flambeau.kernel.Pooling;
import flambeau.kernel.Provider;
import flambeau.kernel.Reduce;
import flambeau.kernel.Softmax;
import flambeau.kernel.Update;
import flambeau.kernel.runs.Fma;
import org.jspecify.annotations.Nullable;

/** Java loops over vectors, for JVMs that were started with the module jdk.incubator.vector. */
public final class VectorProvider implements Provider {
    private final boolean always;
    private final @Nullable VectorGemm gemm;

    /**
     * The provider; it takes each operation over once its loops have been compiled, or with {@code -Dflambeau.vector.eager=true} from
     * the start, however slow that is.
     */
    public VectorProvider() {
        this(Boolean.getBoolean("flambeau.vector.eager"));
    }

    private VectorProvider(boolean always) {
        this.always = always;
        gemm = Fma.FUSED ? new VectorGemm(always) : null;
    }

    /** A provider that takes everything from the start, however slow that is: for tests. */
    public static VectorProvider eager() {
        return new VectorProvider(true);
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public @Nullable Gemm gemm() {
        return gemm;
    }

    @Override
    public @Nullable Conv conv() {
        return gemm == null ? null : new VectorConv(gemm);
    }

    @Override
    public Pooling pooling() {
        return new VectorPooling(always);
    }

    @Override
    public @Nullable Norm norm() {
        return Fma.FUSED ? new VectorNorm(always) : null;
    }

    @Override
    public @Nullable Softmax softmax() {
        return Fma.FUSED ? new VectorSoftmax(always) : null;
    }

    @Override
    public @Nullable Pointwise pointwise() {
        return Fma.FUSED ? new VectorPointwise(always) : null;
    }

    @Override
    public @Nullable Reduce reduce() {
        return Fma.FUSED ? new VectorReduce(always) : null;
    }

    @Override
    public @Nullable Gates gates() {
        return Fma.FUSED ? new VectorGates(always) : null;
    }

    @Override
    public @Nullable Update update() {
        return Fma.FUSED ? new VectorUpdate(always) : null;
    }
}
