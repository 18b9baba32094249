package flambeau.args;

/**
 * The keyword {@code d}: the root mean square above which an update is clipped.
 *
 * @param value the root mean square above which an update is clipped
 */
public record D(double value) implements Arg<D.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
