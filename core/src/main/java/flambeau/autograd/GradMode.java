package flambeau.autograd;

/** Whether operations of this thread record themselves for differentiation. */
public final class GradMode {
    private static final ThreadLocal<GradMode> MODE = ThreadLocal.withInitial(GradMode::new);

    private boolean wanted = true;
    private boolean inference;
    private boolean outline;

    private GradMode() {}

    /** The calling thread's. */
    static GradMode ofThread() {
        return MODE.get();
    }

    /** Whether operations record themselves; at first they do. */
    public static boolean isEnabled() {
        return MODE.get().records();
    }

    boolean records() {
        return wanted && !inference;
    }

    /** Whether recording is switched on; inference mode prevents it all the same. */
    public static boolean isWanted() {
        return MODE.get().wanted;
    }

    /** Whether this thread only infers: nothing is recorded, and what is made takes part in no backward pass. */
    public static boolean isInference() {
        return MODE.get().inference;
    }

    /** Whether operations record only on what they depend, not how. */
    boolean outlines() {
        return outline;
    }

    /** Switches recording until the guard is closed, by the thread that called. */
    public static Guard set(boolean enabled) {
        var mode = MODE.get();
        boolean before = mode.wanted;
        mode.wanted = enabled;
        return () -> mode.wanted = before;
    }

    /** Switches inference mode, and recording to its opposite, until the guard is closed by the thread that called. */
    public static Guard setInference(boolean enabled) {
        var mode = MODE.get();
        boolean wantedBefore = mode.wanted, inferenceBefore = mode.inference;
        mode.wanted = !enabled;
        mode.inference = enabled;
        return () -> {
            mode.wanted = wantedBefore;
            mode.inference = inferenceBefore;
        };
    }

    /** Lets operations record on what they depend, not how, until the guard is closed: gradients cannot pass them. */
    public static Guard setOutline(boolean enabled) {
        var mode = MODE.get();
        boolean before = mode.outline;
        mode.outline = enabled;
        return () -> mode.outline = before;
    }
}
