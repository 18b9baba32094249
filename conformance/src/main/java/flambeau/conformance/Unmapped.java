package flambeau.conformance;

/** A call for which Flambeau has no method, parameter or overload. */
final class Unmapped extends Failed {
    private static final long serialVersionUID = 1;

    /** Whether method and parameters are there and only the types do not fit: the compiler refuses such a call. */
    final boolean isRefusedByCompiler;

    Unmapped(String reason, boolean isRefusedByCompiler) {
        super(reason);
        this.isRefusedByCompiler = isRefusedByCompiler;
    }
}
