package flambeau.args;

/**
 * The keyword {@code keepVars}: whether the parameters themselves are given, with their history.
 *
 * @param value whether the parameters themselves are given, with their history
 */
public record KeepVars(boolean value) implements Arg<KeepVars.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
