package flambeau.args;

/**
 * The keyword {@code strict}: whether loading refuses missing and unexpected names.
 *
 * @param value whether loading refuses missing and unexpected names
 */
public record Strict(boolean value) implements Arg<Strict.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
