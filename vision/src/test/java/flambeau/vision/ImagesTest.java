package flambeau.vision;

import static flambeau.args.Args.normalize;
import static flambeau.args.Args.nrow;
import static flambeau.args.Args.padValue;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.requiresGrad;
import static flambeau.args.Args.scaleEach;
import static flambeau.args.Args.valueRange;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;
import static flambeau.vision.Images.makeGrid;
import static flambeau.vision.Images.saveImage;
import static flambeau.vision.Recorded.assertRecorded;
import static flambeau.vision.Recorded.pattern;
import static flambeau.vision.Recorded.samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.tensor.Tensor;
import flambeau.vision.io.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImagesTest {
    @TempDir
    Path folder;

    static Stream<Arguments> grids() {
        var grey = pattern(3, 1, 2, 2);
        return Stream.of(
                arguments("grid", makeGrid(pattern(3, 3, 2, 3))),
                arguments("grid grey nrow padding", makeGrid(pattern(5, 1, 2, 2), nrow(2), padding(1), padValue(0.25))),
                arguments("grid padding 0", makeGrid(pattern(4, 2, 2, 2), nrow(3), padding(0))),
                arguments("grid one", makeGrid(pattern(1, 3, 2, 2))),
                arguments("grid c h w", makeGrid(pattern(1, 2, 3))),
                arguments("grid h w", makeGrid(pattern(2, 3))),
                arguments(
                        "grid list",
                        makeGrid(List.of(pattern(1, 2, 2), pattern(1, 2, 2).mul(2)), padding(1))),
                arguments("grid uint8", makeGrid(samples(2, 1, 2, 2), padding(1), padValue(7))),
                arguments("grid normalize", makeGrid(grey, padding(1), normalize(true))),
                arguments("grid normalize one", makeGrid(pattern(2, 3).mul(3), normalize(true))),
                arguments("grid range", makeGrid(grey, padding(1), normalize(true), valueRange(0.1, 0.7))),
                arguments("grid each", makeGrid(grey, padding(1), normalize(true), scaleEach(true))),
                arguments(
                        "grid each range",
                        makeGrid(pattern(2, 1, 2, 2), padding(1), normalize(true), scaleEach(true), valueRange(0, 1))),
                arguments("grid constant", makeGrid(full(shape(2, 1, 1, 1), 0.3), padding(1), normalize(true))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("grids")
    void gridIsThatOfTorchvision(String name, Tensor grid) {
        assertRecorded(name, grid);
    }

    @Test
    void imagesStayAsTheyWere() {
        var x = pattern(3, 1, 2, 2);
        makeGrid(x, normalize(true));
        assertTrue(x.torchEquals(pattern(3, 1, 2, 2)));
    }

    @Test
    void gridHasNoHistory() {
        assertFalse(makeGrid(rand(shape(2, 3, 4, 4), requiresGrad(true))).requiresGrad());
    }

    @Test
    void savedPixelsAreThoseOfTorchvision() throws Exception {
        saveImage(pattern(3, 1, 2, 2), folder.resolve("x.png"), padding(1), padValue(0.5));
        var x = ImageFiles.readImage(folder.resolve("x.png"));
        assertRecorded("save", x.permute(1, 2, 0));
    }

    @Test
    void formatIsThatOfTheNamesEnd() throws Exception {
        saveImage(rand(3, 8, 8), folder.resolve("x.JPG"));
        assertEquals(0xd8, Files.readAllBytes(folder.resolve("x.JPG"))[1] & 255);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("makeGrid: nrow must be at least 1, got 0", call(() -> makeGrid(rand(2, 3, 4, 4), nrow(0)))),
                arguments(
                        "makeGrid: padding must be one size that is not negative",
                        call(() -> makeGrid(rand(2, 3, 4, 4), padding(-1)))),
                arguments(
                        "makeGrid: padding must be one size that is not negative",
                        call(() -> makeGrid(rand(2, 3, 4, 4), padding(1, 2)))),
                arguments(
                        "makeGrid: the images must be [n, c, h, w], [c, h, w] or [h, w] and not empty, got [4]",
                        call(() -> makeGrid(rand(4)))),
                arguments(
                        "makeGrid: the images must be [n, c, h, w], [c, h, w] or [h, w] and not empty, got [0, 3, 4,"
                                + " 4]",
                        call(() -> makeGrid(zeros(0, 3, 4, 4)))),
                arguments(
                        "makeGrid: normalize takes floating images, got uint8 [2, 3, 4, 4]",
                        call(() -> makeGrid(samples(2, 3, 4, 4), normalize(true)))),
                arguments("nrow: given twice", call(() -> makeGrid(rand(2, 3, 4, 4), nrow(1), nrow(2)))),
                arguments(
                        "saveImage: the images must be floating, got uint8 [3, 4, 4]; writePng takes uint8",
                        call(() -> saveImage(samples(3, 4, 4), Path.of("x.png")))),
                arguments(
                        "write: no format 'xyz' for an image of 3 channels, take png",
                        call(() -> saveImage(rand(3, 4, 4), Path.of("x.xyz")))),
                arguments(
                        "image: 1, 3 or 4 channels make an image, got [2, 4, 4]",
                        call(() -> saveImage(rand(2, 4, 4), Path.of("x.png")))));
    }

    private static Executable call(Executable executable) {
        return executable;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void wrongCallsAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aMissingFolderIsNamed() {
        var file = folder.resolve("no/x.png");
        var e = assertThrows(IOException.class, () -> saveImage(rand(3, 4, 4), file));
        assertEquals(file + ": there is no folder " + file.getParent(), e.getMessage());
    }
}
