package flambeau.args;

/**
 * The keyword {@code weight}: a weight for each class.
 *
 * @param value a weight for each class
 */
public record Weight(Operand value) implements Arg<Weight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
