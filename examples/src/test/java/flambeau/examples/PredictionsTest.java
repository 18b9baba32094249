package flambeau.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionsTest {
    private static final int WRONG = 0xc62828;

    /** n digits of which the last ones are mistaken. */
    private static Predictions predictions(int n, int mistakes) {
        var digit = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        var predicted = IntStream.range(0, n).map(i -> i < n - mistakes ? 0 : 1).toArray();
        return new Predictions(Collections.nCopies(n, digit), new int[n], predicted);
    }

    private static boolean hasRed(BufferedImage image) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).anyMatch(pixel -> (pixel & 0xffffff) == WRONG);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "13, 2", "200, 0", "200, 3", "200, 150"})
    void mistakesAreMarked(int n, int mistakes) {
        var image = predictions(n, mistakes).draw();
        assertEquals(mistakes > 0, hasRed(image));
    }

    @ParameterizedTest
    @CsvSource({"1", "200", "10000"})
    void thePictureStaysSmall(int n) {
        var image = predictions(n, n).draw();
        assertTrue(image.getWidth() < 1300 && image.getHeight() < 1300);
    }
}
