package flambeau.args;

/**
 * The keyword {@code k}: how often a quarter turn is made, or what is added to a sum before its power is taken.
 *
 * @param value how often a quarter turn is made, or what is added to a sum before its power is taken
 */
public record K(Number value) implements Arg<K.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
