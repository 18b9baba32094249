package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every provider of the gates of recurrent cells does. */
public abstract class GatesContract {
    private final Samples samples = new Samples(11);
    private final Gates truth = new ReferenceProvider().gates();

    /** Whose kernels are tested. */
    protected abstract Gates kernel();

    private static Array copy(Array x) {
        var y = Array.empty(x.shape(), x.dtype());
        Kernels.copy(x, y);
        return y;
    }

    private static void close(Array[] expected, Array[] actual, String what) {
        for (int i = 0; i < expected.length; i++)
            assertClose(expected[i], actual[i], 3e-6, 3e-6, what + ", array " + i);
    }

    private static Array[] copies(Array... all) {
        var copies = new Array[all.length];
        for (int i = 0; i < all.length; i++) copies[i] = copy(all[i]);
        return copies;
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 1", "3, 7", "5, 16", "2, 100", "70, 64", "3, 2048", "2, 2049", "1, 5000"})
    void lstm(int n, int h) {
        Array before = samples.normal(n, h), hidden = samples.normal(n, 4 * h);
        var expected = copies(samples.normal(n, 4 * h), before, before);
        var actual = copies(expected);
        truth.lstm(expected[0], hidden, before, expected[1], expected[2]);
        assertTrue(kernel().lstm(actual[0], hidden, before, actual[1], actual[2]));
        close(expected, actual, "lstm");
        var dh = samples.normal(n, h);
        var back = copies(samples.normal(n, h), expected[0]);
        var found = copies(back);
        truth.lstmBackward(dh, expected[0], before, expected[1], back[0], back[1]);
        assertTrue(kernel().lstmBackward(dh, expected[0], before, expected[1], found[0], found[1]));
        close(back, found, "lstmBackward");
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 1", "3, 7", "5, 16", "2, 100", "70, 64", "3, 2048", "2, 2049", "1, 5000"})
    void gru(int n, int h) {
        Array before = samples.normal(n, h), hidden = samples.normal(n, 3 * h);
        var expected = copies(samples.normal(n, 3 * h), before);
        var actual = copies(expected);
        truth.gru(expected[0], hidden, before, expected[1]);
        assertTrue(kernel().gru(actual[0], hidden, before, actual[1]));
        close(expected, actual, "gru");
        var back = copies(samples.normal(n, h), hidden, hidden);
        var found = copies(back);
        truth.gruBackward(back[0], expected[0], hidden, before, back[1], back[2]);
        assertTrue(kernel().gruBackward(found[0], expected[0], hidden, before, found[1], found[2]));
        close(back, found, "gruBackward");
    }
}
