package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code srcMask}: which places of the source attend to which.
 *
 * @param value which places of the source attend to which; null for none
 */
public record SrcMask(@Nullable Operand value) implements Arg<SrcMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
