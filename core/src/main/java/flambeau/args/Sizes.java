package flambeau.args;

import java.util.Arrays;
import java.util.Locale;

/** Sizes in keywords such as {@link Stride}: one for all space axes, or one each. */
public final class Sizes {
    private Sizes() {}

    /**
     * The sizes that a keyword gives, one an axis.
     *
     * @param op who takes the keyword, for the message
     * @param word the keyword, for the message
     * @param given one size, or one an axis
     * @param axes the number of axes
     * @param least the smallest size that makes sense
     * @throws IllegalArgumentException if there are neither one nor {@code axes} of them, or one is below {@code least}
     */
    public static int[] of(String op, String word, int[] given, int axes, int least) {
        if (given.length != 1 && given.length != axes)
            throw refusal("%s: %s takes %s, got %s", op, word, axes == 1 ? "1 size" : "1 or " + axes + " sizes", given);
        for (int size : given)
            if (size < least) throw refusal("%s: %s must be at least %s, got %s", op, word, least, given);
        if (given.length == axes) return given;
        var all = new int[axes];
        Arrays.fill(all, given[0]);
        return all;
    }

    private static IllegalArgumentException refusal(String text, String op, String word, Object rule, int[] given) {
        return new IllegalArgumentException(String.format(Locale.ROOT, text, op, word, rule, Arrays.toString(given)));
    }
}
