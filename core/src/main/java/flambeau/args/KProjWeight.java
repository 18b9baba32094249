package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code kProjWeight}: the weight that projects keys.
 *
 * @param value the weight that projects keys; null for none
 */
public record KProjWeight(@Nullable Operand value) implements Arg<KProjWeight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
