package flambeau.args;

/**
 * The keyword {@code fullMatrices}: whether the matrices of singular vectors are square.
 *
 * @param value whether the matrices of singular vectors are square
 */
public record FullMatrices(boolean value) implements Arg<FullMatrices.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
