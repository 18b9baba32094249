package flambeau.args;

/**
 * The keyword {@code k}: how often.
 *
 * @param value how often
 */
public record K(int value) implements Arg<K.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
