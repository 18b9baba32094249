package flambeau.autograd;

import org.jspecify.annotations.Nullable;

/** Anomaly detection: where the forward call was whose gradient fails or is not a number. Of all threads, as in PyTorch. */
public final class Anomaly {
    private static volatile boolean enabled;
    private static volatile boolean checkNan = true;
    private static final ThreadLocal<@Nullable Trace> EVALUATED = new ThreadLocal<>();

    private Anomaly() {}

    /** Whether forward calls are traced and gradients checked; at first they are not. */
    public static boolean isEnabled() {
        return enabled;
    }

    /** Whether gradients are checked for NaN. */
    public static boolean isCheckNanEnabled() {
        return checkNan;
    }

    /** Switches detection until the guard is closed. */
    public static synchronized Guard set(boolean detect, boolean nan) {
        boolean enabledBefore = enabled, nanBefore = checkNan;
        enabled = detect;
        checkNan = nan;
        return () -> {
            synchronized (Anomaly.class) {
                enabled = enabledBefore;
                checkNan = nanBefore;
            }
        };
    }

    /** The trace of the operation whose gradients this thread computes: what it records was caused by that. */
    static @Nullable Trace evaluated() {
        return EVALUATED.get();
    }

    static void evaluate(@Nullable Trace trace) {
        if (trace == null) EVALUATED.remove();
        else EVALUATED.set(trace);
    }

    /** Refuses a gradient that holds NaN. */
    static <V extends Variable<V>> void check(Node<V> node, int input, Form<V> form, V gradient) {
        if (!checkNan || !form.hasNaN(gradient)) return;
        var trace = node.trace;
        var message = "%s: returned NaN as gradient %d".formatted(node.name(), input);
        if (trace == null) throw new IllegalStateException(message + "; its forward call ran without detectAnomaly()");
        throw new IllegalStateException(message + "; its forward call was at " + trace.place(), trace);
    }
}
