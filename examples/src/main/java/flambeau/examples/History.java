package flambeau.examples;

import java.util.ArrayList;
import java.util.List;

/** What a training run was like. */
final class History {
    /**
     * An epoch, looked back at.
     *
     * @param number from 1
     * @param training the training images, each at the time when it was trained on
     * @param test the test images after the epoch
     */
    record Epoch(int number, Score training, Score test) {}

    /**
     * A moment within an epoch.
     *
     * @param epochs epochs since the start
     * @param loss the mean loss of the last steps
     */
    record Moment(double epochs, double loss) {}

    private final List<Moment> moments = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();

    void add(Moment moment) {
        moments.add(moment);
    }

    void add(Epoch epoch) {
        epochs.add(epoch);
    }

    List<Moment> moments() {
        return moments;
    }

    List<Epoch> epochs() {
        return epochs;
    }
}
