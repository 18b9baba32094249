package flambeau.tensor;

import java.util.Locale;

/** Refusals: one sentence that names the operation, the rule and the values. */
final class Check {
    private Check() {}

    /**
     * Refuses an argument.
     *
     * @throws IllegalArgumentException with this message unless {@code holds}
     */
    static void that(boolean holds, String message, Object... values) {
        if (!holds) throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }

    /** Refuses with the message unless {@code holds}, where the message costs nothing to the caller who is right. */
    static void state(boolean holds, String message, Object... values) {
        if (!holds) throw new IllegalStateException(String.format(Locale.ROOT, message, values));
    }
}
