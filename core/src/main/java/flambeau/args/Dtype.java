package flambeau.args;

import flambeau.array.DType;

/**
 * The keyword {@code dtype}: the element type of the result.
 *
 * @param value the element type of the result
 */
public record Dtype(DType value) implements Arg<Dtype.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
