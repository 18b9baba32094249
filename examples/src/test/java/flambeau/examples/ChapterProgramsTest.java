package flambeau.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of the chapter: the whole, and one a section. */
class ChapterProgramsTest {
    private static final Path PROGRAMS = Path.of("src/main/programs/chapter");

    @TempDir
    Path folder;

    /** The names of the sections' programs. */
    static List<String> sections() throws IOException {
        try (var files = Files.list(PROGRAMS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("Section.*java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionPrintsItsPartOfTheChapter(String file) throws Exception {
        var recording = new ChapterRecording("camera", 0);
        var name = file.replace(".java", "");
        var number = name.substring("Section".length()).replace('_', '.');
        var type = Class.forName(name);
        boolean draws = Files.readString(PROGRAMS.resolve(file)).contains("void main(String... args)");
        var main = draws ? type.getDeclaredMethod("main", String[].class) : type.getDeclaredMethod("main");
        var make = type.getDeclaredConstructor();
        main.setAccessible(true);
        make.setAccessible(true);
        Object[] arguments =
                draws ? new Object[] {new String[] {recording.file().toString(), folder.toString()}} : new Object[0];
        ChapterRecording.assertSame(
                recording.section(number), Run.printed(() -> main.invoke(make.newInstance(), arguments)));
    }

    @Test
    void theSectionsAreCutFromTheWhole() throws Exception {
        java("../tools/ChapterSections.java", PROGRAMS.resolve("Chapter.java"), folder);
        try (var cut = Files.list(folder)) {
            assertEquals(
                    sections(),
                    cut.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (var name : sections())
            assertEquals(
                    Files.readString(folder.resolve(name)),
                    Files.readString(PROGRAMS.resolve(name)),
                    name + ": run java tools/ChapterSections.java, see there");
    }

    @Test
    void javaRunsAProgramFromItsSource() throws Exception {
        ChapterRecording.assertSame(
                new ChapterRecording("camera", 0).section("1.1"), java(PROGRAMS.resolve("Section1_1.java")));
    }

    private static String java(Object... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        for (var argument : arguments) command.add(argument.toString());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var printed = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return printed.replace(System.lineSeparator(), "\n");
    }

    /** What the chapter's last line on it says. */
    @Test
    void callingAModuleListDoesNotCompile() throws Exception {
        var call = "modelList.apply(inputs);";
        var text = Files.readString(PROGRAMS.resolve("Section4_2.java"));
        assertEquals(List.of(), complaints(text));
        var called = text.replace("// " + call, call);
        assertFalse(called.equals(text), "the call stands there");
        var complaints = complaints(called);
        assertEquals(1, complaints.size(), complaints::toString);
        assertEquals(
                "compiler.err.cant.resolve.location.args", complaints.getFirst().getCode());
        assertEquals(
                call,
                called.lines()
                        .toList()
                        .get((int) complaints.getFirst().getLineNumber() - 1)
                        .strip()
                        .substring(0, call.length()));
    }

    private List<? extends javax.tools.Diagnostic<?>> complaints(String program) throws IOException {
        var file = Files.writeString(folder.resolve("Section4_2.java"), program);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            compiler.getTask(new StringWriter(), files, found, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        return found.getDiagnostics();
    }
}
