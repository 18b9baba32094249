package flambeau.conformance;

import flambeau.io.Safetensors;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A folder with a family of cases that a test writes, and what the command makes of it. */
final class Folder {
    private final Path path;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final List<String> cases = new ArrayList<>();

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    Folder(Path path) {
        this.path = path;
    }

    Folder with(String key, Tensor x) {
        tensors.put(key, x);
        return this;
    }

    /** Adds a case; {@code fields} is the rest of its object, with ' for ". */
    Folder with(String id, String kind, String api, String fields) {
        var head = "{'id': '%s', 'kind': '%s', 'api': '%s', 'tolerance': {'rtol': 1e-4, 'atol': 1e-5}, "
                .formatted(id, kind, api);
        cases.add((head + "'dtype': 'float32', " + fields + "}").replace('\'', '"'));
        return this;
    }

    /** Runs the command on this folder and returns its exit status. */
    int run(String... options) throws IOException {
        Safetensors.save(tensors, path.resolve("some.safetensors"));
        Files.writeString(
                path.resolve("some.json"),
                "{\"format\": 1, \"family\": \"some\", \"cases\": [\n" + String.join(",\n", cases) + "\n]}");
        var args = new ArrayList<>(List.of(options));
        args.addFirst(path.toString());
        return run(args);
    }

    int run(List<String> args) {
        return new CommandLine(new ConformanceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }

    /** What the report says of the only case. */
    String outcome() throws IOException {
        var report = path.resolve("report");
        run("--report", report.toString());
        var lines = Files.readAllLines(report);
        return lines.getFirst().substring(lines.getFirst().indexOf('\t') + 1);
    }
}
