package flambeau.memory;

import org.jspecify.annotations.Nullable;

/** What allocation keeps per thread. */
final class Local {
    private static final ThreadLocal<Local> LOCAL = ThreadLocal.withInitial(Local::new);

    @Nullable
    Slab slab;

    @Nullable
    Scope scope;

    boolean inference;

    static Local get() {
        return LOCAL.get();
    }
}
