package flambeau.functional;

import flambeau.tensor.Tensor;

/** The space axes of images. */
final class Axes {
    private static final String[] NAMES = {"", "l", "h, w", "d, h, w"};

    private Axes() {}

    /** Whether images come in a batch, [n, c, h, w], and not alone, [c, h, w]. */
    static boolean isBatch(String op, int axes, Tensor x) {
        if (x.dim() == axes + 2) return true;
        if (x.dim() == axes + 1) return false;
        throw Refusal.of(
                "%s: input must be [c, %3$s] or [n, c, %3$s], got %s",
                op, x.shape().text(), NAMES[axes]);
    }

    /** Refuses images without channels or places. */
    static void checkFilled(String op, int axes, Tensor x) {
        checkLast(op, axes + 1, x);
    }

    /** Refuses an empty axis among the last ones. */
    static void checkLast(String op, int axes, Tensor x) {
        for (int along = -1; along >= -axes; along--)
            if (x.size(along) == 0)
                throw Refusal.of(
                        "%s: only a batch can be empty, got %s", op, x.shape().text());
    }
}
