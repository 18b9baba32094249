package flambeau.args;

/**
 * The keyword {@code checkNan}: whether gradients that hold NaN are refused while anomalies are detected.
 *
 * @param value whether gradients that hold NaN are refused while anomalies are detected
 */
public record CheckNan(boolean value) implements Arg<CheckNan.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
