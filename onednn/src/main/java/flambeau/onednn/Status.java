package flambeau.onednn;

import org.jspecify.annotations.Nullable;

/** What a call of oneDNN came to: {@code dnnl_status_t}, in its order. */
enum Status {
    SUCCESS("success"),
    OUT_OF_MEMORY("out of memory"),
    INVALID_ARGUMENTS("invalid arguments"),
    UNIMPLEMENTED("unimplemented"),
    LAST_IMPLEMENTATION_REACHED("no further implementation"),
    RUNTIME_ERROR("runtime error"),
    NOT_REQUIRED("not required");

    private static final Status[] ALL = values();

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /** Whether {@code code} says that oneDNN cannot do such a thing at all. */
    static boolean isUnsupported(int code) {
        return code == UNIMPLEMENTED.ordinal() || code == INVALID_ARGUMENTS.ordinal();
    }

    /** Throws unless {@code code} is success; {@code what} names the primitive and its shapes. */
    static void check(int code, Object what) {
        if (code != 0) throw failure(code, what);
    }

    private static Failure failure(int code, @Nullable Object what) {
        var words = code > 0 && code < ALL.length ? ALL[code].words : "status " + code;
        return new Failure("onednn: " + what + " failed: " + words);
    }

    /** oneDNN has refused a call. */
    static final class Failure extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }
}
