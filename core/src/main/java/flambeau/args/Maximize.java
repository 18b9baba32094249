package flambeau.args;

/**
 * The keyword {@code maximize}: whether an optimiser climbs.
 *
 * @param value whether an optimiser climbs
 */
public record Maximize(boolean value) implements Arg<Maximize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
