package flambeau.args;

import java.util.List;

/**
 * The keyword {@code inputs}: the only tensors whose gradients accumulate.
 *
 * @param value the only tensors whose gradients accumulate
 */
public record Inputs(List<? extends Operand> value) implements Arg<Inputs.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
