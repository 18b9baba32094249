package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test starts JVMs with a cache of their own: libraries are loaded once a process. */
class NativesTest {
    private static final String LOADED = "oneDNN " + Dnnl.version() + ", computes: true";

    @TempDir
    Path folder;

    private Process start(String cache, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("XDG_CACHE_HOME", cache);
        builder.environment().put("LOCALAPPDATA", cache);
        return builder.start();
    }

    private static String answer(Process process) throws Exception {
        var text = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), text);
        return text.strip();
    }

    private static List<String> onClassPath(Predicate<String> wanted, String... options) {
        var command = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(path(wanted));
        command.addAll(List.of(options));
        command.add("flambeau.onednn.Probe");
        return command;
    }

    private static String path(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isNatives(String entry) {
        return entry.contains("dnnl-");
    }

    @Test
    void twoJvmsUnpackAtOnceIntoAnEmptyCache() throws Exception {
        var cache = folder.resolve("cache");
        var first = start(cache.toString(), onClassPath(_ -> true));
        var second = start(cache.toString(), onClassPath(_ -> true));
        assertEquals(LOADED, answer(first));
        assertEquals(LOADED, answer(second));
        try (var left = Files.list(cache.resolve("flambeau"))) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsReplacedByATemporaryFolder() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        var probe = start(file.toString(), onClassPath(_ -> true, "-Djava.io.tmpdir=" + temporary));
        assertEquals(LOADED, answer(probe));
    }

    @Test
    void withoutTheJarThereAreNoFamiliesAndASentence() throws Exception {
        var probe = start(folder.toString(), onClassPath(entry -> !isNatives(entry)));
        assertEquals(
                "its libraries for " + Platform.current().name()
                        + " (org.bytedeco:dnnl with that classifier) are neither on the class path nor on the module"
                        + " path, computes: false",
                answer(probe));
    }

    @Test
    void librariesThatAreNoneAreNoCrash() throws Exception {
        for (var file : Platform.current().files()) Files.writeString(folder.resolve(file), "no library");
        var probe = start(folder.toString(), onClassPath(_ -> true, "-Dflambeau.onednn.dir=" + folder));
        var text = answer(probe);
        assertTrue(text.contains("cannot be loaded") && text.endsWith("computes: false"), text);
    }

    @Test
    void offSwitchesOff() throws Exception {
        var probe = start(folder.toString(), onClassPath(_ -> true, "-Dflambeau.onednn=off"));
        assertEquals("it is switched off by -Dflambeau.onednn=off, computes: false", answer(probe));
    }

    @Test
    void theJarIsFoundOnTheModulePath() throws Exception {
        var tests = Path.of(NativesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var probe = start(
                folder.toString(),
                List.of(
                        "--enable-native-access=flambeau.onednn",
                        "-p",
                        path(entry -> isNatives(entry) || isModule(entry)),
                        "--patch-module",
                        "flambeau.onednn=" + tests,
                        "-m",
                        "flambeau.onednn/flambeau.onednn.Probe"));
        assertEquals(LOADED, answer(probe));
    }

    private static boolean isModule(String entry) {
        return Files.exists(Path.of(entry, "module-info.class")) || entry.contains("flambeau");
    }
}
