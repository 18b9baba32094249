package flambeau.vision.io;

import static flambeau.vision.Recorded.samples;
import static flambeau.vision.io.ImageFiles.decodeImage;
import static flambeau.vision.io.ImageFiles.encodePng;
import static flambeau.vision.io.ImageFiles.readImage;
import static flambeau.vision.io.ImageFiles.writePng;
import static flambeau.vision.io.ImageReadMode.GRAY;
import static flambeau.vision.io.ImageReadMode.GRAY_ALPHA;
import static flambeau.vision.io.ImageReadMode.RGB;
import static flambeau.vision.io.ImageReadMode.RGB_ALPHA;
import static flambeau.vision.io.ImageReadMode.UNCHANGED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void whatIsWrittenIsRead(int channels) throws Exception {
        var file = folder.resolve("x.png");
        var x = samples(channels, 5, 7);
        writePng(x, file);
        assertEquals(x.tolist(), readImage(file).tolist());
        assertArrayEquals(Files.readAllBytes(file), encodePng(x));
    }

    @Test
    void aFileIsReplacedAndNothingIsLeftBeside() throws Exception {
        var file = folder.resolve("x.png");
        writePng(samples(1, 2, 2), file);
        writePng(samples(3, 4, 4), file);
        assertEquals(List.of(3, 4, 4), sizes(readImage(file)));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void anImageIsReadAsItWasWritten() throws Exception {
        var image = Pixels.image(samples(1, 5, 7));
        var file = folder.resolve("x.png");
        ImageFiles.write(image, file);
        var read = ImageFiles.read(file);
        assertEquals(image.getType(), read.getType());
        assertEquals(Pixels.tensor(image).tolist(), Pixels.tensor(read).tolist());
    }

    @Test
    void anImageThatIsMissingIsRefused() {
        var missing = folder.resolve("no.png");
        var e = assertThrows(IOException.class, () -> ImageFiles.read(missing));
        assertEquals(missing + ": does not exist", e.getMessage());
    }

    /** Every kind of PNG, with its samples by channel. */
    static Stream<Arguments> kinds() {
        byte[] colors = Png.bytes(10, 20, 30, 40, 50, 60, 255, 0, 0), greys = Png.bytes(9, 9, 9, 200, 200, 200);
        return Stream.of(
                arguments("grey 1", new Png(4, 1, 1, Png.GREY).pixels(0b10110000), 1, List.of(255, 0, 255, 255)),
                arguments("grey 2", new Png(4, 1, 2, Png.GREY).pixels(0b00011011), 1, List.of(0, 85, 170, 255)),
                arguments("grey 4", new Png(2, 1, 4, Png.GREY).pixels(0x3f), 1, List.of(51, 255)),
                arguments("grey 8", new Png(2, 1, 8, Png.GREY).pixels(3, 128), 1, List.of(3, 128)),
                arguments("grey 16", new Png(2, 1, 16, Png.GREY).pixels(3, 255, 128, 0), 1, List.of(3, 128)),
                arguments(
                        "grey alpha", new Png(2, 1, 8, Png.GREY_ALPHA).pixels(3, 9, 128, 0), 2, List.of(3, 128, 9, 0)),
                arguments(
                        "grey alpha 16",
                        new Png(1, 2, 16, Png.GREY_ALPHA).pixels(3, 255, 9, 255, 128, 0, 1, 0),
                        2,
                        List.of(3, 128, 9, 1)),
                arguments("rgb", new Png(1, 2, 8, Png.RGB).pixels(1, 2, 3, 4, 5, 6), 3, List.of(1, 4, 2, 5, 3, 6)),
                arguments("rgb 16", new Png(1, 1, 16, Png.RGB).pixels(1, 255, 2, 255, 3, 255), 3, List.of(1, 2, 3)),
                arguments("rgba", new Png(1, 1, 8, Png.RGB_ALPHA).pixels(1, 2, 3, 0), 4, List.of(1, 2, 3, 0)),
                arguments(
                        "palette 8",
                        new Png(3, 1, 8, Png.PALETTE).add("PLTE", colors).pixels(2, 0, 1),
                        3,
                        List.of(255, 10, 40, 0, 20, 50, 0, 30, 60)),
                arguments(
                        "palette 2",
                        new Png(3, 1, 2, Png.PALETTE).add("PLTE", colors).pixels(0b10000100),
                        3,
                        List.of(255, 10, 40, 0, 20, 50, 0, 30, 60)),
                arguments(
                        "palette with alpha",
                        new Png(2, 1, 8, Png.PALETTE)
                                .add("PLTE", colors)
                                .add("tRNS", Png.bytes(7))
                                .pixels(0, 1),
                        4,
                        List.of(10, 40, 20, 50, 30, 60, 7, 255)),
                arguments(
                        "grey palette",
                        new Png(2, 1, 8, Png.PALETTE).add("PLTE", greys).pixels(1, 0),
                        1,
                        List.of(200, 9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyKindOfPngIsRead(String name, Png png, int channels, List<Integer> samples) throws Exception {
        var file = Files.write(folder.resolve("x.png"), png.file());
        var x = readImage(file);
        assertEquals(channels, x.size(0));
        assertEquals(
                samples,
                java.util.Arrays.stream(x.flatten().toIntArray()).boxed().toList());
    }

    @Test
    void channelsAreThoseOfTheMode() {
        var grey = encodePng(samples(1, 1, 2));
        assertEquals(
                "[[[0, 37]], [[0, 37]], [[0, 37]]]",
                decodeImage(grey, RGB).tolist().toString());
        assertEquals(
                "[[[0, 37]], [[255, 255]]]",
                decodeImage(grey, GRAY_ALPHA).tolist().toString());
        assertEquals(4, decodeImage(grey, RGB_ALPHA).size(0));
        var rgba = new Png(2, 1, 8, Png.RGB_ALPHA)
                .pixels(255, 0, 0, 9, 10, 200, 30, 8)
                .file();
        assertEquals(
                "[[[255, 10]], [[0, 200]], [[0, 30]]]",
                decodeImage(rgba, RGB).tolist().toString());
        // round(0.2989 * 255) and round(0.2989 * 10 + 0.587 * 200 + 0.1141 * 30)
        assertEquals("[[[76, 124]]]", decodeImage(rgba, GRAY).tolist().toString());
        assertEquals(
                "[[[76, 124]], [[9, 8]]]",
                decodeImage(rgba, GRAY_ALPHA).tolist().toString());
        assertEquals(4, decodeImage(rgba, UNCHANGED).size(0));
    }

    @Test
    void greyThatIsStoredAsColourStaysTheSame() {
        var x = flambeau.tensor.Tensors.arange(256).toByte().view(1, 1, 256);
        var rgb = encodePng(x.expand(3, 1, 256));
        assertEquals(x.tolist(), decodeImage(rgb, GRAY).tolist());
    }

    /** Files that are no PNG, or a wrong one, and what is said of them. */
    static Stream<Arguments> hostile() {
        var good = encodePng(samples(3, 40, 40));
        var flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        return Stream.of(
                arguments("is no image of a known format", new byte[0]),
                arguments("is no image of a known format", "<html>not found</html>".getBytes()),
                arguments("is no image of a known format", java.util.Arrays.copyOf(good, 7)),
                arguments("is cut off: its last chunk (IEND) is missing", java.util.Arrays.copyOf(good, 8)),
                arguments(
                        "is cut off: its last chunk (IEND) is missing",
                        java.util.Arrays.copyOf(good, good.length - 12)),
                arguments(
                        "is cut off: its last chunk (IEND) is missing", java.util.Arrays.copyOf(good, good.length - 1)),
                arguments("is cut off in chunk IDAT at byte 33", java.util.Arrays.copyOf(good, good.length / 2)),
                arguments("is damaged: the checksum of chunk IDAT at byte 33 is wrong", flipped),
                arguments(
                        "claims to be 100000 x 100000 pixels, the limit is 268435456 in all",
                        new Png(100_000, 100_000, 8, Png.GREY).pixels().file()),
                arguments(
                        "is damaged: ", new Png(-1, 4, 8, Png.GREY).add("IDAT").file()),
                arguments("is damaged: ", new Png(0, 4, 8, Png.GREY).add("IDAT").file()),
                arguments("is damaged: ", new Png(4, 4, 3, Png.GREY).add("IDAT").file()),
                arguments("is damaged: ", new Png(4, 4, 8, 5).add("IDAT").file()),
                arguments("is damaged: ", new Png(2, 2, 8, Png.GREY).file()),
                arguments(
                        "is damaged: ",
                        new Png(2, 2, 8, Png.GREY)
                                .add("IDAT", Png.bytes(1, 2, 3))
                                .file()),
                arguments(
                        "is damaged: ",
                        new Png(2, 2, 8, Png.GREY)
                                .add("IDAT", Png.deflated(new byte[5]))
                                .file()),
                arguments(
                        "is damaged: ",
                        new Png(2, 1, 8, Png.GREY)
                                .add("IDAT", Png.deflated(Png.bytes(9, 0, 0)))
                                .file()),
                arguments(
                        "is damaged: ",
                        new Png(2, 1, 8, Png.PALETTE).pixels(0, 0).file()));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("hostile")
    void wrongFilesAreRefusedByName(String message, byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve("x.png"), bytes);
        var e = assertThrows(IOException.class, () -> readImage(file));
        assertEquals(file + ": " + message, upTo(message, e));
        var same = assertThrows(IllegalArgumentException.class, () -> decodeImage(bytes, RGB));
        assertEquals("decodeImage: the data " + message, upTo(message, same));
    }

    /** The message of {@code e} up to the end of {@code part}, behind which the reader's own words may follow. */
    private static String upTo(String part, Exception e) {
        var text = e.getMessage();
        return part.endsWith(": ") ? text.substring(0, text.indexOf(part) + part.length()) : text;
    }

    @Test
    void aColourThatThePaletteLacksIsBlack() {
        var png = new Png(2, 1, 8, Png.PALETTE)
                .add("PLTE", Png.bytes(1, 2, 3))
                .pixels(0, 200)
                .file();
        assertEquals(
                "[[[1, 0]], [[2, 0]], [[3, 0]]]",
                decodeImage(png, UNCHANGED).tolist().toString());
    }

    @Test
    void everyCutOfAFileIsRefused() {
        var good = encodePng(samples(1, 3, 3));
        for (int length = 0; length < good.length; length++) {
            var cut = java.util.Arrays.copyOf(good, length);
            assertThrows(IllegalArgumentException.class, () -> decodeImage(cut, UNCHANGED), "length " + length);
        }
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        var missing = folder.resolve("x.png");
        var e = assertThrows(IOException.class, () -> readImage(missing));
        assertEquals(missing + ": does not exist", e.getMessage());
        var inside = folder.resolve("no/x.png");
        e = assertThrows(IOException.class, () -> writePng(samples(1, 2, 2), inside));
        assertEquals(inside + ": there is no folder " + inside.getParent(), e.getMessage());
    }

    @Test
    void tensorsThatAreNoImageAreRefused() {
        var file = folder.resolve("x.png");
        for (var x : List.of(
                samples(2, 2, 2),
                samples(2, 2),
                samples(1, 0, 2),
                samples(3, 2, 2).toFloat()))
            assertThrows(IllegalArgumentException.class, () -> writePng(x, file), x.describe());
        assertEquals(false, Files.exists(file));
    }

    private static List<Integer> sizes(Tensor x) {
        return java.util.Arrays.stream(x.shape().sizes()).boxed().toList();
    }
}
