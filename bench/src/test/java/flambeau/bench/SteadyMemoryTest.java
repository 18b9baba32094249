package flambeau.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains in a process of its own, without any close, and watches what the system says it holds. */
@Tag("slow")
class SteadyMemoryTest {
    private static final double SLACK = 1.1; // of one reading to another

    @ParameterizedTest
    @CsvSource({"growth, 100000", "rss_lenet, 5000"})
    void residentMemoryStaysFlatInASmallHeap(String scenario, int steps) throws Exception {
        if (!Files.exists(Path.of("/proc/self/status"))) return; // only Linux tells
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "flambeau.bench.BenchProgram",
                "--scenario",
                scenario,
                "--steps",
                "" + steps));
        var line = new ObjectMapper().readTree(Processes.lastLine(command));
        var resident = new ArrayList<Integer>();
        line.required("rss_mb").forEach(reading -> resident.add(reading.asInt()));
        int warm = resident.get(resident.size() / 2);
        // one reading may fall on the moment before a collection; what leaks raises all of the last ones
        int last = Collections.min(resident.subList(resident.size() - 3, resident.size()));
        assertTrue(last <= SLACK * warm, "resident MiB: " + resident);
    }
}
