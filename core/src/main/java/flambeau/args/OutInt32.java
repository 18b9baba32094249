package flambeau.args;

/**
 * The keyword {@code outInt32}: whether places are int32 rather than int64.
 *
 * @param value whether places are int32 rather than int64
 */
public record OutInt32(boolean value) implements Arg<OutInt32.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
