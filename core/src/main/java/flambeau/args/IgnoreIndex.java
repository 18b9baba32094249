package flambeau.args;

/**
 * The keyword {@code ignoreIndex}: the target that does not count.
 *
 * @param value the target that does not count
 */
public record IgnoreIndex(int value) implements Arg<IgnoreIndex.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
