package flambeau.args;

/**
 * The keyword {@code init}: the first value of what is learnt.
 *
 * @param value the first value of what is learnt
 */
public record Init(double value) implements Arg<Init.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
