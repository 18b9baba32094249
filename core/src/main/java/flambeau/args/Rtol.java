package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code rtol}: a relative tolerance, one for all or a tensor of them.
 *
 * @param value the tolerance
 * @param tensor one tolerance a matrix of a batch, in place of the value; null for none
 */
public record Rtol(double value, @Nullable Operand tensor) implements Arg<Rtol.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
