package flambeau.args;

/**
 * The keyword {@code includeSelf}: whether what is there takes part.
 *
 * @param value whether what is there takes part
 */
public record IncludeSelf(boolean value) implements Arg<IncludeSelf.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
