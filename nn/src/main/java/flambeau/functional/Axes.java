package flambeau.functional;

import flambeau.tensor.Tensor;
import java.util.Arrays;

/** The space axes of images: their sizes in keywords, and whether there is a batch. */
final class Axes {
    private static final String[] NAMES = {"", "l", "h, w", "d, h, w"};

    private Axes() {}

    /** The sizes that a keyword gives, one an axis. */
    static int[] sizes(String op, String word, int[] given, int axes, int least) {
        if (given.length != 1 && given.length != axes)
            throw Refusal.of(
                    "%s: %s takes %s, got %s",
                    op, word, axes == 1 ? "1 size" : "1 or " + axes + " sizes", Arrays.toString(given));
        for (int size : given)
            if (size < least)
                throw Refusal.of("%s: %s must be at least %d, got %s", op, word, least, Arrays.toString(given));
        if (given.length == axes) return given;
        var all = new int[axes];
        Arrays.fill(all, given[0]);
        return all;
    }

    /** Whether images come in a batch, [n, c, h, w], and not alone, [c, h, w]. */
    static boolean isBatch(String op, int axes, Tensor x) {
        if (x.dim() == axes + 2) return true;
        if (x.dim() == axes + 1) return false;
        throw Refusal.of(
                "%s: input must be [c, %3$s] or [n, c, %3$s], got %s", op, x.shape().text(), NAMES[axes]);
    }
}
