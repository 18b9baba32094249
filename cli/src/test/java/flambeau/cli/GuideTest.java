package flambeau.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The programs of README.md and docs/guide.md run, print and draw what the pages show. In the guide, a section is a program, and
 * classes are known from where they stand to the end of the page.
 */
class GuideTest {
    private static final String END_OF_STEP = "\u001e";
    private static final String MNIST = "examples/src/main/resources/flambeau/examples/mnist";

    @TempDir
    private static Path folder;

    /** The steps of each program, by its name, and what the steps printed. */
    private static final Map<String, List<Page.Step>> PROGRAMS = new LinkedHashMap<>();

    private static final Map<String, List<String>> PRINTED = new LinkedHashMap<>();

    @BeforeAll
    static void runAll() throws Exception {
        layOut();
        write("Readme", List.of(), Page.steps(Page.read("README.md")));
        var sections = Page.read("docs/guide.md").split("\n## ");
        var shared = new ArrayList<Page.Step>(Page.steps(sections[0])); // the imports
        for (int i = 1; i < sections.length; i++) {
            var steps = Page.steps(sections[i]);
            if (!steps.isEmpty()) write("Section" + i, shared, steps);
            steps.stream().filter(GuideTest::isDeclaration).forEach(shared::add);
        }
        var programs = List.copyOf(PROGRAMS.keySet());
        Programs.compile(folder, programs);
        var printed = Programs.run(folder, programs);
        for (int i = 0; i < programs.size(); i++)
            PRINTED.put(programs.get(i), List.of(printed.get(i).split(END_OF_STEP, -1)));
    }

    /** The files that the guide reads, where it reads them. */
    private static void layOut() throws IOException {
        var raw = Files.createDirectories(folder.resolve("data/MNIST/raw"));
        try (var files = Files.list(Page.HOUSE.resolve(MNIST))) {
            for (var file : files.toList()) Files.copy(file, raw.resolve(file.getFileName()));
        }
        var images = Files.createDirectory(folder.resolve("images"));
        Files.copy(Page.HOUSE.resolve("docs/images/camera.png"), images.resolve("camera.png"));
    }

    private static boolean isDeclaration(Page.Step step) {
        return step.java().matches("(?s)(import|class|record) .*");
    }

    /** Writes a compact source file; classes and imports stay outside {@code main}. */
    private static void write(String name, List<Page.Step> shared, List<Page.Step> steps) throws IOException {
        var outside = Stream.concat(shared.stream(), steps.stream().filter(GuideTest::isDeclaration))
                .map(Page.Step::java)
                .collect(Collectors.joining("\n"));
        if (outside.contains("void main()")) {
            PROGRAMS.put(name, steps);
            Files.writeString(folder.resolve(name + ".java"), outside);
            return;
        }
        var inside = steps.stream().filter(s -> !isDeclaration(s)).toList();
        var body = inside.stream()
                .map(Page.Step::java)
                .collect(Collectors.joining("System.out.print(\"" + END_OF_STEP + "\");\n"));
        PROGRAMS.put(name, inside);
        Files.writeString(
                folder.resolve(name + ".java"), outside + "\nvoid main() throws Exception {\n" + body + "}\n");
    }

    @TestFactory
    Stream<DynamicTest> everyProgramPrintsWhatThePageShows() {
        return PROGRAMS.entrySet().stream()
                .map(program -> DynamicTest.dynamicTest(
                        program.getKey(),
                        () -> assertEquals(
                                program.getValue().stream()
                                        .map(Page.Step::printed)
                                        .toList(),
                                PRINTED.get(program.getKey()))));
    }

    @Test
    void everyPictureIsDrawn() throws IOException {
        var shown = Page.HOUSE.resolve("docs/images");
        assertEquals(names(shown), names(folder.resolve("images")));
        assertAll(names(shown).stream()
                .map(name -> () -> assertArrayEquals(
                        pixels(shown.resolve(name)),
                        pixels(folder.resolve("images").resolve(name)),
                        name)));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static int[] pixels(Path file) throws IOException {
        var image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "docs/guide"})
    void theChinesePageShowsTheSame(String page) throws IOException {
        assertEquals(Page.fences(Page.read(page + ".md")), Page.fences(Page.read(page + ".zh.md")));
    }
}
