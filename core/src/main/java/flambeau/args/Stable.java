package flambeau.args;

/**
 * The keyword {@code stable}: whether equal elements keep their order.
 *
 * @param value whether equal elements keep their order
 */
public record Stable(boolean value) implements Arg<Stable.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
