package flambeau.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossChartTest {
    /** Also runs of one epoch, without any loss, or with nothing recognised, make axes that can be drawn. */
    @ParameterizedTest
    @CsvSource({"1, 0, 100", "1, 2.3, 0", "10, 0, 100", "10, 0.5, 50", "300, 1e-9, 99", "3, 1e30, 10"})
    void anyRunCanBeDrawn(int epochs, double loss, int right) {
        var history = new History();
        var score = new Score(100, 100 * loss, right);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            history.add(new History.Moment(epoch - 0.5, loss));
            history.add(new History.Moment(epoch, loss));
            history.add(new History.Epoch(epoch, score, score));
        }
        var image = LossChart.draw(history);
        assertEquals(1600, image.getWidth());
        assertEquals(560, image.getHeight());
    }
}
