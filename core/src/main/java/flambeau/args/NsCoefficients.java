package flambeau.args;

/**
 * The keyword {@code nsCoefficients}: of the Newton-Schulz polynomial {@code a x + b x³ + c x⁵}.
 *
 * @param a of x
 * @param b of x³
 * @param c of x⁵
 */
public record NsCoefficients(double a, double b, double c) implements Arg<NsCoefficients.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
