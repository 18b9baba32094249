package flambeau.args;

/**
 * The keyword {@code ceilMode}: whether a window may hang over the end.
 *
 * @param value whether a window may hang over the end
 */
public record CeilMode(boolean value) implements Arg<CeilMode.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
