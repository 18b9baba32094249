package flambeau.args;

/**
 * The keyword {@code rho}: the share of the past that a running average of squares keeps.
 *
 * @param value the share of the past that a running average of squares keeps
 */
public record Rho(double value) implements Arg<Rho.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
