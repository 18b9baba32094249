package flambeau.examples;

import java.util.ArrayList;
import java.util.List;

/** What a training run was like. */
final class History {
    /**
     * An epoch, looked back at.
     *
     * @param number from 1
     * @param loss the mean loss of the training images, each taken when it was trained on
     * @param accuracy the share of the training images that were recognised when they were trained on
     * @param testLoss the mean loss of the test images after it
     * @param testAccuracy the share of the test images that are recognised after it
     */
    record Epoch(int number, double loss, double accuracy, double testLoss, double testAccuracy) {}

    /** A moment within an epoch. */
    record Moment(double epochs, double loss) {}

    private final List<Moment> moments = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();

    void add(Moment moment) {
        moments.add(moment);
    }

    void add(Epoch epoch) {
        epochs.add(epoch);
    }

    /** The loss many times an epoch. */
    List<Moment> moments() {
        return moments;
    }

    List<Epoch> epochs() {
        return epochs;
    }
}
