package flambeau.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final long MB = 1 << 20;

    @Test
    void thePoolStaysSmallOverManySteps() {
        Pool.GLOBAL.collect();
        Pool.GLOBAL.trim();
        long before = Pool.GLOBAL.usage().live();
        assertEquals(Growth.expected(4000), Growth.work(4000));
        var after = Pool.GLOBAL.usage();
        assertTrue(after.live() + after.cached() < before + 300 * MB, after::toString);
    }

    @Test
    @Tag("slow")
    void residentMemoryStaysFlat() throws IOException {
        assumeTrue(Growth.status("VmRSS") > 0, "no /proc here");
        Growth.work(5000);
        long before = Growth.status("VmRSS");
        Growth.work(20_000);
        long after = Growth.status("VmRSS");
        assertTrue(after < before + 200 * MB, () -> "resident: %d MB, then %d MB".formatted(before / MB, after / MB));
    }

    @Test
    @Tag("slow")
    void aSmallHeapSuffices() throws Exception {
        var output = java(List.of("-Xmx64m"), Growth.class.getName());
        long peak = Long.parseLong(output.strip());
        if (peak > 0) assertTrue(peak < 700 * MB, () -> "resident: " + peak / MB + " MB");
    }

    @Test
    void whatDiedYoungNeedsNoFullCollection() throws Exception {
        var options = List.of("-XX:+UseSerialGC", "-Xmn2m", "-XX:+DisableExplicitGC");
        long peak = Long.parseLong(java(options, YoungDeaths.class.getName()).strip());
        assertTrue(peak < 96 * MB, () -> "held: " + peak / MB + " MB");
    }

    @Test
    @Tag("slow")
    void randomGraphsOnASmallHeapLoseNothing() throws Exception {
        java(List.of("-Xmx48m", "-XX:+UseSerialGC"), "flambeau.autograd.RandomGraphs", "3000");
    }

    private static Path place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String java(List<String> options, String... main) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(place(Growth.class) + File.pathSeparator + place(Pool.class));
        command.addAll(List.of(main));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
