package flambeau.kernel;

import static java.lang.ref.Reference.reachabilityFence;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/** Whom kernels are asked of, and what stays reachable meanwhile. */
abstract sealed class Dispatch permits ElementKernels {
    static final Providers CPU = Providers.find();

    Dispatch() {}

    /** Who is asked, for {@link Parallel} and for the text of messages. */
    public static Providers providers() {
        return CPU;
    }

    /** Keeps what is not null reachable up to here: a provider works with their addresses, which the collector does not see. */
    static void alive(@Nullable Array a, @Nullable Array b) {
        reachabilityFence(a);
        reachabilityFence(b);
    }

    static void alive(@Nullable Array a, @Nullable Array b, @Nullable Array c) {
        alive(a, b);
        reachabilityFence(c);
    }

    static void alive(@Nullable Array a, @Nullable Array b, @Nullable Array c, @Nullable Array d) {
        alive(a, b);
        alive(c, d);
    }
}
