package flambeau.conformance;

/** A case has failed; the message is the reason that the report gives. */
class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String reason) {
        super(reason);
    }
}
