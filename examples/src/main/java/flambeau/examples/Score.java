package flambeau.examples;

import flambeau.tensor.Tensor;

/**
 * How well a network does on some images.
 *
 * @param images how many there are
 * @param losses the sum of their losses
 * @param right how many it recognises
 */
record Score(long images, double losses, long right) {
    /** Of no images. */
    static final Score NONE = new Score(0, 0, 0);

    /** The score of a batch with this mean loss: {@code scores} is [n, 10], {@code labels} is [n]. */
    static Score of(Tensor loss, Tensor scores, Tensor labels) {
        int n = labels.size(0);
        long right = scores.argmax(1).eq(labels).sum().item().longValue();
        return new Score(n, n * loss.item().doubleValue(), right);
    }

    Score plus(Score other) {
        return new Score(images + other.images, losses + other.losses, right + other.right);
    }

    double loss() {
        return losses / images;
    }

    double accuracy() {
        return (double) right / images;
    }
}
