package flambeau.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that was interrupted goes on as if nothing had happened. */
class ResumeTest {
    private static final int STEPS_OF_AN_EPOCH = 7;

    @TempDir
    Path folder;

    @Test
    void aKilledProcessGoesOnBitForBit() throws Exception {
        var checkpoint = folder.resolve("killed.pt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedTraining.class.getName(),
                        checkpoint.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var losses = new ArrayList<Integer>();
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line;
            while (losses.size() < 2 * STEPS_OF_AN_EPOCH + 3 && (line = lines.readLine()) != null)
                losses.add(Integer.valueOf(line));
        } finally {
            process.destroyForcibly(); // kill -9
        }
        assertTrue(process.waitFor() != 0, "it was killed, it did not end");
        assertEquals(2 * STEPS_OF_AN_EPOCH + 3, losses.size());

        int saved = (int) new InterruptedTraining(checkpoint).step();
        int until = saved + 2 * STEPS_OF_AN_EPOCH;
        var rest = InterruptedTraining.losses(checkpoint, until);
        var whole = InterruptedTraining.losses(folder.resolve("whole.pt"), until);
        assertEquals(whole.subList(0, losses.size()), losses, "before it was killed");
        assertEquals(whole.subList(saved, until), rest, "after it went on");
    }

    @Test
    void anInterruptionAtTheBordersOfAnEpochChangesNothing() throws Exception {
        int until = 3 * STEPS_OF_AN_EPOCH;
        var whole = InterruptedTraining.losses(folder.resolve("whole.pt"), until);
        for (int first : new int[] {STEPS_OF_AN_EPOCH, STEPS_OF_AN_EPOCH + 1, 2 * STEPS_OF_AN_EPOCH - 1}) {
            var file = folder.resolve(first + ".pt");
            var losses = new ArrayList<>(InterruptedTraining.losses(file, first));
            losses.addAll(InterruptedTraining.losses(file, until));
            assertEquals(List.copyOf(whole), losses, "interrupted after step " + first);
        }
    }
}
