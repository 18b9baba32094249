package flambeau.args;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code gradOutputs}: the gradients of the outputs, one each; null for that of a scalar.
 *
 * @param value the gradients of the outputs, one each; null for that of a scalar
 */
public record GradOutputs(List<? extends @Nullable Operand> value) implements Arg<GradOutputs.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
