package flambeau.io;

import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.shape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is killed while it saves leaves the old or the new file, whole. */
@Tag("slow")
class KilledSaveTest {
    private static final int KILLS = 30;
    private static final int TENSORS = 8;

    @TempDir
    Path folder;

    /** Saves for ever, each time other values; says so on standard output after each time. */
    static final class Saver {
        public static void main(String[] args) throws IOException {
            for (int i = 1; ; i++) {
                var tensors = new LinkedHashMap<String, Tensor>();
                for (int t = 0; t < TENSORS; t++) tensors.put("t" + t, full(shape(50_000 + i % 3), (double) i));
                Safetensors.save(tensors, Path.of(args[0]));
                System.out.write('\n');
                System.out.flush();
            }
        }
    }

    @Test
    void theOldOrTheNewFileIsThere() throws IOException, InterruptedException {
        var random = new Random(5);
        var seen = new HashSet<Double>();
        var file = folder.resolve("killed.safetensors");
        for (int kill = 0; kill < KILLS; kill++) {
            var child = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Saver.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                int saves = 1 + random.nextInt(5);
                for (int i = 0; i < saves; i++)
                    assertEquals('\n', child.getInputStream().read());
                long end = System.nanoTime() + random.nextInt(10_000_000); // somewhere in the next save or two
                while (System.nanoTime() < end) Thread.onSpinWait();
            } finally {
                child.destroyForcibly().waitFor();
            }
            seen.add(assertWhole(file));
        }
        assertTrue(seen.size() > 1, () -> "only " + seen);
    }

    private static double assertWhole(Path file) throws IOException {
        var tensors = Safetensors.load(file);
        assertEquals(TENSORS, tensors.size());
        double value = tensors.get("t0").select(0, 0).item().doubleValue();
        var values = Set.of((long) (50_000 + (int) value % 3));
        for (var x : tensors.values()) {
            assertTrue(values.contains(x.numel()));
            assertEquals(value, x.min().item());
            assertEquals(value, x.max().item());
        }
        assertTrue(Files.isRegularFile(file));
        return value;
    }
}
