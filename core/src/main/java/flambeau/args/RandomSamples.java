package flambeau.args;

/**
 * The keyword {@code randomSamples}: the numbers between 0 and 1 that say where regions begin.
 *
 * @param value the numbers between 0 and 1 that say where regions begin
 */
public record RandomSamples(Operand value) implements Arg<RandomSamples.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
