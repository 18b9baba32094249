package flambeau.args;

/**
 * The keyword {@code numParameters}: how many numbers are learnt.
 *
 * @param value how many numbers are learnt
 */
public record NumParameters(int value) implements Arg<NumParameters.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
