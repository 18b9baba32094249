package flambeau.args;

/**
 * The keyword {@code antialias}: whether a smaller image is made of all elements that each of its elements covers.
 *
 * @param value whether a smaller image is made of all elements that each of its elements covers
 */
public record Antialias(boolean value) implements Arg<Antialias.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
