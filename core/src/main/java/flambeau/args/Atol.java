package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code atol}: an absolute tolerance, one for all or a tensor of them.
 *
 * @param value the tolerance
 * @param tensor one tolerance a matrix of a batch, in place of the value; null for none
 */
public record Atol(double value, @Nullable Operand tensor) implements Arg<Atol.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
