package flambeau.autograd;

/** Whether operations of this thread record themselves for differentiation. */
public final class GradMode {
    private static final ThreadLocal<GradMode> MODE = ThreadLocal.withInitial(GradMode::new);

    private boolean enabled = true;

    private GradMode() {}

    /** Whether operations record themselves; at first they do. */
    public static boolean isEnabled() {
        return MODE.get().enabled;
    }

    /** Switches recording until the guard is closed, by the thread that called. */
    public static Guard set(boolean enabled) {
        var mode = MODE.get();
        boolean before = mode.enabled;
        mode.enabled = enabled;
        return () -> mode.enabled = before;
    }
}
