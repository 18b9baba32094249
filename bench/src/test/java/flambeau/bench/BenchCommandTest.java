package flambeau.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter errors = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new BenchCommand())
                .setErr(new PrintWriter(errors, true))
                .execute(args);
    }

    private String printed(String... args) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, run(args), errors.toString());
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheFieldsOfPyTorchsProgram() throws Exception {
        var line = new ObjectMapper().readTree(printed("--only", "matmul_128", "--seconds", "0.05"));
        assertEquals("flambeau", line.required("peer").asText());
        assertEquals("matmul_128", line.required("workload").asText());
        assertEquals(1, line.required("threads").asInt());
        double median = line.required("median_ms").asDouble();
        assertTrue(line.required("min_ms").asDouble() <= median && median > 0);
        assertEquals(1e3 / median, line.required("per_s").asDouble(), 1e-2 * 1e3 / median);
        assertEquals(
                2 * Math.pow(128, 3) / median * 1e-6, line.required("gflops").asDouble(), 1);
        assertTrue(line.required("iters").asInt() >= 5);
    }

    @Test
    void comparesOperationsCellByCell() {
        var lines = printed(ops("x * 2.5", "--threads", "1,2", "--sizes", "4,9"))
                .lines()
                .toList();
        assertTrue(lines.getFirst().contains("PyTorch of this test"), lines.getFirst());
        var rows = lines.stream().filter(line -> line.startsWith("| `x * 2.5`")).toList();
        assertEquals(2, rows.size());
        assertTrue(
                rows.getFirst().contains("|        4 |") && rows.getLast().contains("|        9 |"), rows.toString());
        assertTrue(rows.getFirst().split("1000000 /").length == 3, rows.getFirst());
        assertEquals("0 of 4 cells are slower than PyTorch", lines.getLast());
    }

    @Test
    void saysWhatPyTorchRefuses() {
        int status = run(ops("x.relu()"));
        assertEquals(1, status);
        assertTrue(errors.toString().contains("bench ops: PyTorch refuses x.relu(): no such thing"), errors.toString());
    }

    private static String[] ops(String only, String... more) {
        var java = System.getProperty("java.home") + "/bin/java";
        var words = new ArrayList<>(List.of("ops", "--torch", java, "--program", "src/test/programs/TorchOps.java"));
        words.addAll(List.of("--only", only, "--rounds", "1", "--seconds", "0.001"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void comparesOptimisersFormByForm() {
        var java = System.getProperty("java.home") + "/bin/java";
        var lines = printed(
                        "optim",
                        "--torch",
                        java,
                        "--program",
                        "src/test/programs/TorchOps.java",
                        "--only",
                        "Adam,NAdam",
                        "--parameters",
                        "3x5",
                        "--rounds",
                        "1",
                        "--seconds",
                        "0.001")
                .lines()
                .toList();
        var rows = lines.subList(4, lines.size());
        assertEquals(4, rows.size(), "two optimisers at two numbers of threads");
        assertTrue(rows.getFirst().startsWith("| Adam       | 3 x 5        |       1 |"), rows.getFirst());
        assertEquals(4, rows.getFirst().split("1000000 /").length, "three forms of Adam");
        assertEquals(3, rows.getLast().split("1000000 /").length, "two forms of NAdam");
    }

    @Test
    void listsTheWorkloads() {
        var names = printed("--list").lines().toList();
        assertEquals(28, names.size());
        assertTrue(names.containsAll(List.of("mlp_tiny_train", "resnet18_train_b8", "gru_infer", "op_mm32_nograd")));
    }

    @Test
    void profilesAddUp() {
        var row = printed("profile", "--only", "matmul_512", "--seconds", "0.5")
                .lines()
                .toList()
                .getLast();
        var shares = row.replaceAll("[^0-9 ]", " ").strip().split(" +"); // 512 is that of the name
        assertTrue(row.startsWith("| matmul_512 |"), row);
        assertEquals(
                100, Integer.parseInt(shares[1]) + Integer.parseInt(shares[2]) + Integer.parseInt(shares[3]), 1, row);
        assertTrue(Integer.parseInt(shares[1]) > 50, row);
    }

    @Test
    void eachWorkloadRuns() {
        for (var workload : new Workloads(Path.of("data/images/photo_500x374.jpg")).all())
            workload.step().get().run();
    }

    @ParameterizedTest
    @CsvSource({
        "--threads 0, '--threads must be at least 1, got 0'",
        "--seconds 0, '--seconds must be positive, got 0.0'",
        "--steps -1, '--steps must be positive, got -1'",
        "--only resnet, '--only: there is no workload resnet'",
        "--threads many, 'Invalid value for option ''--threads'': ''many'' is not an int'",
        "profile --seconds 0, '--seconds must be positive, got 0.0'",
        "profile --only resnet, '--only: there is no workload resnet'",
        "--quick, 'Unknown option: ''--quick'''",
        "compare --torch python3 --program none.py, '--program: there is no file none.py'",
        "compare --torch python3 --rounds 0, '--rounds must be at least 1, got 0'",
        "ops --torch python3 --program none.py, '--program: there is no file none.py'",
        "ops --torch python3 --sizes 0, '--sizes must be at least 1, got 0'",
        "optim --torch python3 --parameters 0x3, '--parameters must be at least 1x1, got 0x3'",
        "optim --torch python3 --parameters many, 'Invalid value for option ''--parameters'' (COUNTxELEMENTS):"
                + " ''many'' is not COUNTxELEMENTS'",
        "optim --torch python3 --only nothing, '--only: there is no optimiser nothing'",
        "ops --torch python3 --program pom.xml --only nothing, '--only: no operation contains nothing'",
    })
    void refusesWithStatus2(String args, String message) {
        assertEquals(2, run(args.split(" ")));
        assertEquals(message, errors.toString().lines().findFirst().orElse(""));
    }
}
