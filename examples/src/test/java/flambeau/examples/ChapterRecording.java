package flambeau.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.vision.io.ImageFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code chapter.py} printed and drew with PyTorch, see {@code tools/record_chapter.py}.
 *
 * @param picture the name of the picture
 * @param seed the seed
 */
record ChapterRecording(String picture, long seed) {
    /** What replaces PyTorch's words: the call does not compile. */
    static final String REFUSED = "refused: a ModuleList cannot be called, the line above does not compile\n";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d*(?:e[+-]\\d+)?");

    /** float32's rounding in a sum of 784 products of the size of 1. */
    private static final double ROUNDING = 5e-7;

    /** Numbers of one text, of some 300, whose last printed digit may be another: where a rounding falls on it. */
    private static final int MOST = 5;

    static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(ChapterRecording.class.getResource("chapter"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    Path file() {
        return folder().resolve(picture + ".png");
    }

    private Path recorded(String name) {
        return folder().resolve(picture + "-" + seed, name);
    }

    String text() throws IOException {
        return Files.readString(recorded("output.txt")).replaceAll("refused: .*\n", REFUSED);
    }

    /** What is printed from the title of a section to the next, without the title. */
    String section(String number) throws IOException {
        var text = text();
        int title = text.indexOf("\n## " + number + " "), start = text.indexOf('\n', title + 1) + 1;
        int end = text.indexOf("\n\n## ", start);
        return end < 0 ? text.substring(start) : text.substring(start, end + 1);
    }

    /** Asserts that texts are equal but for the last digits of few numbers. */
    static void assertSame(String expected, String actual) {
        assertEquals(expected.replaceAll(NUMBER.pattern(), "#"), actual.replaceAll(NUMBER.pattern(), "#"));
        var numbers = numbers(expected);
        var ours = numbers(actual);
        int differing = 0;
        for (int i = 0; i < ours.size(); i++) {
            if (numbers.get(i).equals(ours.get(i))) continue;
            double a = Double.parseDouble(numbers.get(i)), b = Double.parseDouble(ours.get(i));
            double most = Math.max(1.001 * unit(numbers.get(i)), ROUNDING);
            assertEquals(a, b, most, numbers.get(i) + " and " + ours.get(i));
            differing++;
        }
        assertTrue(differing <= MOST, differing + " numbers differ:\n" + actual);
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What 1 in the last digit is worth. */
    private static double unit(String number) {
        int e = number.indexOf('e');
        var mantissa = e < 0 ? number : number.substring(0, e);
        int digits = mantissa.length() - mantissa.indexOf('.') - 1;
        return Math.pow(10, (e < 0 ? 0 : Integer.parseInt(number.substring(e + 1))) - digits);
    }

    /** Asserts that a picture has the recorded pixels. */
    void assertSamePixels(String name, Path folder) throws IOException {
        assertEquals(
                ImageFiles.readImage(recorded(name)).tolist(),
                ImageFiles.readImage(folder.resolve(name)).tolist(),
                name);
    }
}
