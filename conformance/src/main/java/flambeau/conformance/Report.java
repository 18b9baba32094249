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
    private final Map<String, int[]> counts = new TreeMap<>(); // passed and failed by API

    void add(Case c, String outcome) {
        boolean passed = outcome.equals(Cases.OK);
        lines.add(c.id() + '\t' + outcome);
        counts.computeIfAbsent(c.api(), _ -> new int[2])[passed ? 0 : 1]++;
    }

    int passed() {
        return counts.values().stream().mapToInt(n -> n[0]).sum();
    }

    int failed() {
        return counts.values().stream().mapToInt(n -> n[1]).sum();
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
        int width = counts.keySet().stream().mapToInt(String::length).max().orElse(3);
        out.printf("%-" + width + "s  %6s  %6s  %6s%n", "API", "cases", "passed", "failed");
        counts.forEach((api, n) -> out.printf("%-" + width + "s  %6d  %6d  %6d%n", api, n[0] + n[1], n[0], n[1]));
        out.printf("%d passed, %d failed%n", passed(), failed());
        out.flush();
    }
}
