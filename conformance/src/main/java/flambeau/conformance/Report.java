package flambeau.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the cases that were run. */
final class Report {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, int[]> byApi = new TreeMap<>(), byFamily = new TreeMap<>(); // passed and failed

    void add(String family, Case c, String outcome) {
        int column = outcome.equals(Cases.OK) ? 0 : 1;
        lines.add(c.id() + '\t' + outcome);
        byApi.computeIfAbsent(c.api(), _ -> new int[2])[column]++;
        byFamily.computeIfAbsent(family, _ -> new int[2])[column]++;
    }

    /** A line a family: its name, how many cases were run and how many passed. */
    List<String> counts() {
        var all = new ArrayList<>(List.of("# family, its cases, and how many pass"));
        byFamily.forEach((family, n) -> all.add(family + '\t' + (n[0] + n[1]) + '\t' + n[0]));
        return all;
    }

    int passed() {
        return byApi.values().stream().mapToInt(n -> n[0]).sum();
    }

    int failed() {
        return byApi.values().stream().mapToInt(n -> n[1]).sum();
    }

    /** A line a case: its id, a tab, and {@code ok} or the reason. */
    List<String> lines() {
        return lines;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** A table of the APIs, and a line of totals. */
    void print(PrintWriter out) {
        int width = byApi.keySet().stream().mapToInt(String::length).max().orElse(3);
        out.printf("%-" + width + "s  %6s  %6s  %6s%n", "API", "cases", "passed", "failed");
        byApi.forEach((api, n) -> out.printf("%-" + width + "s  %6d  %6d  %6d%n", api, n[0] + n[1], n[0], n[1]));
        out.printf("%d passed, %d failed%n", passed(), failed());
        out.flush();
    }
}
