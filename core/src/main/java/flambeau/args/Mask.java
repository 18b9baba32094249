package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code mask}: which places attend to which, as truth values or as what is added to scores.
 *
 * @param value which places attend to which: true for those that do not, or what is added to scores; null for none
 */
public record Mask(@Nullable Operand value) implements Arg<Mask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
