package flambeau.args;

/**
 * The keyword {@code enforceSorted}: whether sequences must come from the longest to the shortest.
 *
 * @param value whether sequences must come from the longest to the shortest
 */
public record EnforceSorted(boolean value) implements Arg<EnforceSorted.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
