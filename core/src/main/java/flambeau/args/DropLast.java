package flambeau.args;

/**
 * The keyword {@code dropLast}: whether a last batch that is not full is left out.
 *
 * @param value whether a last batch that is not full is left out
 */
public record DropLast(boolean value) implements Arg<DropLast.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
