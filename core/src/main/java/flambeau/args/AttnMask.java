package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code attnMask}: which places attend to which, as truth values or as what is added to scores.
 *
 * @param value which places attend to which: truth values, or what is added to scores; null for none
 */
public record AttnMask(@Nullable Operand value) implements Arg<AttnMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
