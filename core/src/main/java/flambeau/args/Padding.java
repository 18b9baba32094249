package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code padding}: the places added on both sides of each space axis, one for all or one each; or a word.
 *
 * @param auto the word from which the places follow, or null
 * @param sizes the places added on both sides of each space axis, one for all or one each; none beside a word
 */
public record Padding(@Nullable AutoPadding auto, int... sizes) implements Arg<Padding.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
