package flambeau.args;

/**
 * The keyword {@code groups}: the number of groups of channels that do not see each other.
 *
 * @param value the number of groups of channels that do not see each other
 */
public record Groups(int value) implements Arg<Groups.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
