package flambeau.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private final StringWriter shown = new StringWriter();

    private long nanos;

    private Progress progress(Terminal terminal) {
        return new Progress(new PrintWriter(shown), terminal, "Epoch 1/9", 1000, () -> nanos);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void theBarFitsTheTerminal(int width) {
        var progress = progress(new Terminal(true, width, true));
        nanos = 1_000_000_000;
        progress.update(new Score(500, 100, 400));
        var line = shown.toString().replace("\r", "").replace("\033[K", "");
        assertTrue(line.length() < width, line);
        assertTrue(line.startsWith("Epoch 1/9 ━"), line);
        assertTrue(line.endsWith(" loss 0.2000  accuracy  80.0 %    500 images/s  0:01 left"), line);
        assertEquals(
                line.chars().filter(c -> c == '━').count(),
                line.chars().filter(c -> c == '─').count(),
                1,
                line);
    }

    @Test
    void theBarIsOfAsciiWhereTheTerminalIs() {
        var progress = progress(new Terminal(true, 100, false));
        nanos = 1_000_000_000;
        progress.update(new Score(1000, 100, 400));
        assertTrue(shown.toString().chars().allMatch(c -> c < 128));
        assertTrue(shown.toString().contains(" ####"));
    }

    @Test
    void aNarrowTerminalHasNoBar() {
        var progress = progress(new Terminal(true, 20, true));
        nanos = 1_000_000_000;
        progress.update(new Score(1000, 100, 400));
        assertTrue(shown.toString().startsWith("\rEpoch 1/9  loss"), shown.toString());
    }

    @Test
    void elsewhereAPlainLineComesEveryFewSeconds() {
        var progress = progress(new Terminal(false, 80, true));
        for (int i = 1; i <= 100; i++) {
            nanos = i * 100_000_000L;
            progress.update(new Score(10 * i, i, 9 * i));
        }
        progress.done("end");
        assertEquals("""
            Epoch 1/9  30 %  loss 0.1000  accuracy  90.0 %    100 images/s  0:07 left
            Epoch 1/9  60 %  loss 0.1000  accuracy  90.0 %    100 images/s  0:04 left
            Epoch 1/9  90 %  loss 0.1000  accuracy  90.0 %    100 images/s  0:01 left
            Epoch 1/9  end
            """, shown.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void theLastLineTakesThePlaceOfTheBar() {
        progress(new Terminal(true, 80, true)).done("end");
        assertEquals("\r\033[KEpoch 1/9  end", shown.toString().stripTrailing());
    }
}
