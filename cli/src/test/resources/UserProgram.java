package app;

/** A user's first program. */
public final class UserProgram {
    private UserProgram() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println("ok");
    }
}
