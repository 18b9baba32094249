package flambeau.onednn;

/** What a call of oneDNN has come to, a {@code dnnl_status_t}. */
final class Status {
    private static final int INVALID_ARGUMENTS = 2;
    private static final int UNIMPLEMENTED = 3;

    private static final String[] WORDS = {
        "success",
        "out of memory",
        "invalid arguments",
        "unimplemented",
        "no further implementation",
        "runtime error",
        "not required"
    };

    private Status() {}

    /** Whether {@code status} says that oneDNN cannot do such a thing at all. */
    static boolean isUnsupported(int status) {
        return status == UNIMPLEMENTED || status == INVALID_ARGUMENTS;
    }

    /** Throws unless {@code status} is success; {@code what} names the primitive and its shapes. */
    static void check(int status, Object what) {
        if (status != 0) throw new Failure("onednn: " + what + " failed: " + words(status));
    }

    private static String words(int status) {
        return status > 0 && status < WORDS.length ? WORDS[status] : "status " + status;
    }

    /** oneDNN has refused a call. */
    static final class Failure extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }
}
