package flambeau.args;

/**
 * The keyword {@code withReplacement}: whether the same element can be combined with itself.
 *
 * @param value whether the same element can be combined with itself
 */
public record WithReplacement(boolean value) implements Arg<WithReplacement.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
