package flambeau.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flambeau.io.Safetensors;
import flambeau.tensor.Tensors;
import flambeau.vision.io.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistCommandTest {
    @TempDir
    Path folder;

    private Path data;
    private Path out;
    private int threads;

    @BeforeEach
    void writeData() throws IOException {
        data = FewDigits.write(Files.createDirectory(folder.resolve("data")));
        out = folder.resolve("made/out");
        threads = Tensors.getNumThreads();
    }

    @AfterEach
    void restoreThreads() {
        Tensors.setNumThreads(threads);
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aRunMakesAllFilesAndNoOthers() throws Exception {
        var run = Run.mnist("--data", data, "--out", out, "--epochs", 3);
        assertEquals("", run.err());
        assertEquals(0, run.status());
        assertEquals(List.of("loss.png", "mnist.safetensors", "predictions.png"), files(out));
        assertEquals(3, ImageFiles.readImage(out.resolve("loss.png")).size(0));
        assertEquals(3, ImageFiles.readImage(out.resolve("predictions.png")).size(0));
        assertEquals(10, Safetensors.load(out.resolve("mnist.safetensors")).size());
        assertTrue(run.out().startsWith("LeNet, 44,426 parameters; 200 training and 40 test digits (" + data + ")\n"));
        assertTrue(run.out().contains("\n  " + out.resolve("loss.png") + "\n"), run.out());
        assertTrue(run.out().endsWith(": the same\n"), run.out());
        assertEquals(3, run.epochs().size());
    }

    @Test
    void theSameSeedGivesTheSameLossesForAnyThreads() {
        var first = Run.mnist("--data", data, "--out", out, "--epochs", 2, "--seed", 7, "--threads", 1)
                .epochs();
        assertEquals(2, first.size());
        assertEquals(
                first,
                Run.mnist("--data", data, "--out", out, "--epochs", 2, "--seed", 7, "--threads", 1)
                        .epochs());
        assertEquals(
                first,
                Run.mnist("--data", data, "--out", out, "--epochs", 2, "--seed", 7, "--threads", 2)
                        .epochs());
        assertNotEquals(
                first,
                Run.mnist("--data", data, "--out", out, "--epochs", 2, "--seed", 8)
                        .epochs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --epochs 0        | --epochs must be at least 1, got 0
        --epochs many     | Invalid value for option '--epochs': 'many' is not an int
        --batch-size 0    | --batch-size must be at least 1, got 0
        --lr -0.1         | --lr must be positive, got -0.1
        --lr NaN          | --lr must be positive, got NaN
        --lr Infinity     | --lr must be positive, got Infinity
        --threads 0       | --threads must be at least 1, got 0
        --seed 1.5        | Invalid value for option '--seed': '1.5' is not a long
        --learning-rate 1 | Unknown options: '--learning-rate', '1'
        """)
    void aBadOptionIsOneLine(String option, String message) {
        var name = option.split(" ")[0];
        var run = Run.mnist(name, option.split(" ")[1], "--data", data, "--out", out);
        assertEquals("mnist: " + message + "\n", run.err());
        assertEquals(2, run.status());
        assertEquals("", run.out());
        assertFalse(Files.exists(out.getParent()));
    }

    @Test
    void missingDataIsOneLine() {
        assertRefused(
                folder.resolve("no") + ": does not exist", Run.mnist("--data", folder.resolve("no"), "--out", out));
        assertFalse(Files.exists(out.getParent()));
    }

    @Test
    void corruptDataIsOneLine() throws Exception {
        var images = data.resolve("t10k-images-idx3-ubyte");
        Files.write(images, new byte[100]);
        assertRefused(
                images + ": is no idx file of bytes with 3 dimensions: it begins with 00000000 instead of 00000803",
                Run.mnist("--data", data, "--out", out));
        assertFalse(Files.exists(out.getParent()));
    }

    @Test
    void anOutputFolderThatIsAFileIsRefusedBeforeTraining() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "text");
        var where = file.resolve("out");
        assertRefused(
                where + ": cannot be written: " + file + " is no folder", Run.mnist("--data", data, "--out", where));
        assertEquals("text", Files.readString(file));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedBeforeTraining() throws Exception {
        Files.createDirectories(out);
        assumeTrue(out.toFile().setWritable(false) && !Files.isWritable(out), "root writes everywhere");
        assertRefused(out + ": cannot be written", Run.mnist("--data", data, "--out", out));
    }

    @Test
    void aFolderInTheWayIsRefusedBeforeTraining() throws Exception {
        Files.createDirectories(out.resolve("loss.png"));
        assertRefused(
                out.resolve("loss.png") + ": cannot be written: it is a folder",
                Run.mnist("--data", data, "--out", out));
        assertEquals(List.of("loss.png"), files(out));
    }

    private static void assertRefused(String message, Run run) {
        assertEquals("mnist: " + message + "\n", run.err());
        assertEquals(2, run.status());
        assertEquals("", run.out());
    }

    @Test
    void aDivergingRunIsOneLineAndLeavesOldFilesAlone() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("mnist.safetensors"), "old");
        var run = Run.mnist("--data", data, "--out", out, "--lr", 1e30);
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("mnist: the loss became "), run.err());
        assertEquals(1, run.err().lines().count());
        assertEquals(List.of("mnist.safetensors"), files(out));
        assertEquals("old", Files.readString(out.resolve("mnist.safetensors")));
    }

    @Test
    void helpNamesEveryOption() {
        var run = Run.mnist("--help");
        for (var option : List.of("--data", "--epochs", "--batch-size", "--lr", "--seed", "--threads", "--out"))
            assertTrue(run.out().contains(option + "="), option);
        assertEquals(0, run.status());
    }

    @Test
    @Tag("slow")
    void thePackagedPartIsLearnt() throws Exception {
        var run = Run.mnist("--out", out);
        assertEquals(0, run.status());
        var last = run.epochs().getLast();
        double accuracy = Double.parseDouble(last.replaceFirst(".*test accuracy (\\S+) %", "$1"));
        assertTrue(accuracy >= 97.5, last);
    }
}
