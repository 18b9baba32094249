package flambeau.args;

/**
 * The keyword {@code threshold}: the value from which on something differs.
 *
 * @param value the value from which on something differs
 */
public record Threshold(double value) implements Arg<Threshold.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
