package flambeau.args;

import java.util.List;

/**
 * The keyword {@code spacing}: the distances between sample points, one for all dimensions or one each; or their coordinates.
 *
 * @param distances numbers, if there are no coordinates
 * @param coordinates a tensor a dimension, else empty
 * @param isForAll whether there is one distance, which is that of all dimensions
 */
public record Spacing(List<Double> distances, List<Operand> coordinates, boolean isForAll)
        implements Arg<Spacing.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
