package flambeau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/** Programs in a folder, as a reader of the pages would compile and run them. */
public final class Programs {
    private static final String END = "\u001d";

    private Programs() {}

    /** Compiles {@code name.java} of each to classes in the same folder. */
    static void compile(Path folder, Collection<String> names) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var options = List.of("-proc:none", "-d", folder.toString(), "-cp", classPath());
        var sources = names.stream()
                .map(name -> folder.resolve(name + ".java").toString())
                .toList();
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromStrings(sources);
        assertTrue(compiler.getTask(messages, null, null, options, null, files).call(), messages::toString);
    }

    /** What each prints. They run one after the other in a JVM of their own, in the folder. */
    static List<String> run(Path folder, Collection<String> names) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                folder + File.pathSeparator + classPath(),
                Programs.class.getName()));
        command.addAll(names);
        var errors = Files.createTempFile("errors", "");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertEquals(0, status, printed + Files.readString(errors));
        Files.delete(errors);
        return List.of(printed.split(END));
    }

    private static String classPath() {
        return Objects.requireNonNull(System.getProperty("java.class.path"));
    }

    /**
     * Runs them here, and marks in the output where each ends.
     *
     * @param names classes with an instance main method without parameters
     */
    public static void main(String[] names) throws ReflectiveOperationException {
        for (var name : names) {
            var program = Class.forName(name).getDeclaredConstructor();
            program.setAccessible(true);
            var main = program.getDeclaringClass().getDeclaredMethod("main");
            main.setAccessible(true);
            main.invoke(program.newInstance());
            System.out.print(END);
        }
    }
}
