package flambeau.args;

/**
 * The keyword {@code nrow}: images a row of a grid.
 *
 * @param value images a row of a grid
 */
public record Nrow(int value) implements Arg<Nrow.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
