package flambeau.args;

/**
 * The keyword {@code etaMin}: the lowest learning rate.
 *
 * @param value the lowest learning rate
 */
public record EtaMin(double value) implements Arg<EtaMin.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
