package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code staticV}: values that are projected and split by heads already.
 *
 * @param value values that are projected and split by heads already; null for none
 */
public record StaticV(@Nullable Operand value) implements Arg<StaticV.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
