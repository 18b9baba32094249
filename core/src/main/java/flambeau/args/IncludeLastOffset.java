package flambeau.args;

/**
 * The keyword {@code includeLastOffset}: whether the last offset is the end of the last bag.
 *
 * @param value whether the last offset is the end of the last bag
 */
public record IncludeLastOffset(boolean value) implements Arg<IncludeLastOffset.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
