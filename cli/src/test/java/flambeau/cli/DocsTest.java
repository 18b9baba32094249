package flambeau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every block of Java in docs/ compiles and runs, and prints the block of text behind it. */
class DocsTest {
    private static final Pattern BLOCK =
            Pattern.compile("```java\n(.*?)```\n\n?(?:```text\n(.*?)```\n)?", Pattern.DOTALL);

    private static final String PROGRAM = """
        import static flambeau.args.Args.*;
        import static flambeau.functional.F.*;
        import static flambeau.tensor.Autograd.*;
        import static flambeau.tensor.Tensors.*;
        import flambeau.array.*;
        import flambeau.nn.*;
        import flambeau.optim.*;
        import flambeau.tensor.*;
        import flambeau.tensor.Function;
        import java.util.*;

        public class Block%d {
            public static void main() throws Exception {
        %s
            }
        }
        """;

    private record Block(String name, String java, String output) {}

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> everyBlockDoesWhatItSays() throws Exception {
        var blocks = blocks();
        assertFalse(blocks.isEmpty());
        var sources = new ArrayList<String>();
        for (int i = 0; i < blocks.size(); i++) {
            var file = folder.resolve("Block" + i + ".java");
            Files.writeString(file, PROGRAM.formatted(i, blocks.get(i).java()));
            sources.add(file.toString());
        }
        compile(sources);
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, DocsTest.class.getClassLoader());
        return Stream.iterate(0, i -> i < blocks.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        blocks.get(i).name(),
                        () -> assertEquals(blocks.get(i).output(), run(loader.loadClass("Block" + i)))));
    }

    private static List<Block> blocks() throws IOException {
        var docs = Path.of("docs");
        if (!Files.isDirectory(docs)) docs = Path.of("..", "docs");
        var found = new ArrayList<Block>();
        try (var files = Files.list(docs)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                var matcher = BLOCK.matcher(Files.readString(file));
                while (matcher.find()) {
                    var java = matcher.group(1);
                    var name =
                            file.getFileName() + ": " + java.lines().findFirst().orElse("");
                    found.add(new Block(name, java, Objects.requireNonNullElse(matcher.group(2), "")));
                }
            }
        }
        return found;
    }

    private static void compile(List<String> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var options = List.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")));
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromStrings(sources);
        assertTrue(compiler.getTask(messages, null, null, options, null, files).call(), messages::toString);
    }

    private static String run(Class<?> program) throws Exception {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.getMethod("main").invoke(null);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
