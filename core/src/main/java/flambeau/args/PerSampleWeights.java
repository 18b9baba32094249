package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code perSampleWeights}: a factor for each row; null for none.
 *
 * @param value a factor for each row; null for none
 */
public record PerSampleWeights(@Nullable Operand value) implements Arg<PerSampleWeights.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
