package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code vProjWeight}: the weight that projects values.
 *
 * @param value the weight that projects values; null for none
 */
public record VProjWeight(@Nullable Operand value) implements Arg<VProjWeight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
