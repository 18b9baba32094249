package flambeau.args;

/**
 * The keyword {@code leaveParametrized}: whether a parameter keeps the value that was computed.
 *
 * @param value whether a parameter keeps the value that was computed
 */
public record LeaveParametrized(boolean value) implements Arg<LeaveParametrized.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
