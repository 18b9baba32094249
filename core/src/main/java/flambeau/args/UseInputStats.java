package flambeau.args;

/**
 * The keyword {@code useInputStats}: whether the statistics are those of the input.
 *
 * @param value whether the statistics are those of the input
 */
public record UseInputStats(boolean value) implements Arg<UseInputStats.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
