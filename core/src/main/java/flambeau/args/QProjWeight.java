package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code qProjWeight}: the weight that projects queries.
 *
 * @param value the weight that projects queries; null for none
 */
public record QProjWeight(@Nullable Operand value) implements Arg<QProjWeight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
