package flambeau.args;

/**
 * The keyword {@code hermitian}: whether a matrix is taken to be symmetric, its lower triangle being read.
 *
 * @param value whether a matrix is taken to be symmetric, its lower triangle being read
 */
public record Hermitian(boolean value) implements Arg<Hermitian.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
