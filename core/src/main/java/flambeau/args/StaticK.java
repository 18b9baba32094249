package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code staticK}: keys that are projected and split by heads already.
 *
 * @param value keys that are projected and split by heads already; null for none
 */
public record StaticK(@Nullable Operand value) implements Arg<StaticK.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
