package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code sciMode}: whether numbers are printed with exponents.
 *
 * @param value whether they are; null leaves that to the numbers
 */
public record SciMode(@Nullable Boolean value) implements Arg<SciMode.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
