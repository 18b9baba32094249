package flambeau.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheTableBetweenItsMarks() throws Exception {
        var file = folder.resolve("page.md");
        Files.writeString(file, "before\n<!-- begin: bench compare -->\nold\n<!-- end: bench compare -->\nafter\n");
        var java = System.getProperty("java.home") + "/bin/java";
        var words = "compare --torch %s --program src/test/programs/TorchBench.java --only mlp_tiny_train --threads 1"
                + " --rounds 1 --seconds 0.05 --output %s";
        assertEquals(
                0,
                new CommandLine(new BenchCommand())
                        .execute(words.formatted(java, file).split(" ")));
        var text = Files.readString(file);
        assertTrue(text.startsWith("before\n") && text.endsWith("after\n") && !text.contains("old"), text);
        var row = text.lines()
                .filter(line -> line.startsWith("| mlp_tiny_train | 1 |"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains("| 1000 |") && row.contains("| fused | 500 |"), row);
        assertTrue(text.contains("- compile does not work: FAILED mlp_tiny_train: no compiler"), text);
        assertTrue(text.contains("PyTorch of this test; 1 rounds of 0.05 s"), text);
    }

    @Test
    void triesEveryCombinationOfModesThatMatter() {
        assertEquals(List.of("eager"), names("op_mm32_nograd"));
        assertEquals(List.of("eager", "inference", "compile"), names("gru_infer"));
        assertEquals(
                List.of(
                        "eager",
                        "compile",
                        "channels-last",
                        "compile, channels-last",
                        "fused",
                        "compile, fused",
                        "channels-last, fused",
                        "compile, channels-last, fused"),
                names("resnet18_train_b8"));
    }

    private static List<String> names(String workload) {
        return TorchMode.of(workload).stream().map(TorchMode::name).toList();
    }
}
