package flambeau.kernel.vector;

import flambeau.kernel.Pointwise;
import flambeau.kernel.Provider;
import flambeau.kernel.runs.Fma;
import org.jspecify.annotations.Nullable;

/** Java loops over vectors, for JVMs that were started with the module jdk.incubator.vector. */
public final class VectorProvider implements Provider {
    private final Dummy dummy = new Dummy();
    private final boolean always;

    /** The provider; it takes each operation over once its loops have been compiled. */
    public VectorProvider() {
        this(false);
    }

    private VectorProvider(boolean always) {
        this.always = always;
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
    public @Nullable Pointwise pointwise() {
        return Fma.FUSED ? new VectorPointwise(dummy, always) : null;
    }
}
