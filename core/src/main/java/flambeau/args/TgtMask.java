package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code tgtMask}: which places of the target attend to which.
 *
 * @param value which places of the target attend to which; null for none
 */
public record TgtMask(@Nullable Operand value) implements Arg<TgtMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
