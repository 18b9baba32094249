package flambeau.args;

/**
 * The keyword {@code assumeUnique}: whether no element occurs twice.
 *
 * @param value whether no element occurs twice
 */
public record AssumeUnique(boolean value) implements Arg<AssumeUnique.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
