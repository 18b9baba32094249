package flambeau.autograd;

import org.jspecify.annotations.Nullable;

/** Where an operation was called, kept while anomalies are detected. Its cause is the call whose gradient made this one. */
@SuppressWarnings("serial")
final class Trace extends RuntimeException {
    private Trace(@Nullable Trace cause) {
        super("the forward call", cause);
    }

    static @Nullable Trace ofThisCall() {
        return Anomaly.isEnabled() ? new Trace(Anomaly.evaluated()) : null;
    }

    /** File and line of the innermost call from outside the library. */
    String place() {
        for (var frame : getStackTrace()) if (!isLibrary(frame)) return frame.toString();
        return getStackTrace()[getStackTrace().length - 1].toString();
    }

    private static boolean isLibrary(StackTraceElement frame) {
        var file = frame.getClassName();
        boolean inside = file.startsWith("flambeau.") || file.startsWith("java.") || file.startsWith("jdk.");
        return inside && !(frame.getFileName() != null && frame.getFileName().endsWith("Test.java"));
    }
}
