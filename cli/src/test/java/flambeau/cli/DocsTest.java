package flambeau.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every block of Java in docs/ compiles and runs, and prints the block of text behind it; every link leads somewhere. */
class DocsTest {
    /** A link to a file of the house, or a picture. */
    private static final Pattern LINK = Pattern.compile("]\\(([^):# ]+)\\)|src=\"([^\"]+)\"");

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
        var names = new ArrayList<String>();
        for (int i = 0; i < blocks.size(); i++) {
            var file = folder.resolve("Block" + i + ".java");
            Files.writeString(file, PROGRAM.formatted(i, blocks.get(i).java()));
            names.add("Block" + i);
        }
        Programs.compile(folder, names);
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, DocsTest.class.getClassLoader());
        return Stream.iterate(0, i -> i < blocks.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(
                        blocks.get(i).name(),
                        () -> assertEquals(blocks.get(i).output(), run(loader.loadClass("Block" + i)))));
    }

    private static List<Block> blocks() throws IOException {
        var found = new ArrayList<Block>();
        try (var files = Files.list(Page.HOUSE.resolve("docs"))) {
            for (var file : files.filter(DocsTest::hasBlocks).sorted().toList())
                for (var step : Page.steps(Files.readString(file))) {
                    var first = step.java().lines().findFirst().orElse("");
                    found.add(new Block(file.getFileName() + ": " + first, step.java(), step.printed()));
                }
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsToAFile() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var folder : List.of(Page.HOUSE, Page.HOUSE.resolve("docs")))
            try (var files = Files.list(folder)) {
                for (var file : files.filter(f -> f.toString().endsWith(".md")).toList())
                    LINK.matcher(Files.readString(file)).results().forEach(link -> {
                        var target = file.resolveSibling(link.group(1) == null ? link.group(2) : link.group(1));
                        tests.add(DynamicTest.dynamicTest(
                                file.getFileName() + ": " + target, () -> assertTrue(Files.exists(target))));
                    });
            }
        return tests.stream();
    }

    /** Those of the guide are not programs by themselves: see {@link GuideTest}. */
    private static boolean hasBlocks(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".md") && !name.startsWith("guide");
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
