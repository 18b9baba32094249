package flambeau.conformance;

/** A call that must be refused, by an exception that tells the caller what is wrong. */
final class Refusal {
    private Refusal() {}

    /** Fails unless {@code call} is refused, by an exception of the kinds that Flambeau throws or by the compiler. */
    static void check(Case c, Runnable call) {
        try {
            call.run();
        } catch (Unmapped e) {
            if (e.isRefusedByCompiler) return;
            throw e;
        } catch (Failed e) {
            throw e;
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | IllegalStateException
                | ArithmeticException
                | UnsupportedOperationException e) {
            return;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new Failed("refused by " + Cases.describe(e));
        }
        throw new Failed("was not refused; PyTorch: " + c.refusal());
    }
}
