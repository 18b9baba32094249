package flambeau.args;

/**
 * The keyword {@code unitriangular}: whether the diagonal of a triangle counts as ones.
 *
 * @param value whether the diagonal of a triangle counts as ones
 */
public record Unitriangular(boolean value) implements Arg<Unitriangular.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
