package flambeau.args;

/**
 * The keyword {@code value}: what is filled in.
 *
 * @param value what is filled in
 */
public record Value(double value) implements Arg<Value.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
