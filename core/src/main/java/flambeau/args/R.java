package flambeau.args;

/**
 * The keyword {@code r}: how many elements are combined.
 *
 * @param value how many elements are combined
 */
public record R(int value) implements Arg<R.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
