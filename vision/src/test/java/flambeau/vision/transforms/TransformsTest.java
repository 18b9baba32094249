package flambeau.vision.transforms;

import static flambeau.args.Args.inplace;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.setDefaultDtype;
import static flambeau.tensor.Tensors.zeros;
import static flambeau.vision.Recorded.assertRecorded;
import static flambeau.vision.Recorded.pattern;
import static flambeau.vision.Recorded.samples;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.vision.io.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformsTest {
    /** The image that record.py makes of {@code samples(2, 3, channels)}. */
    private static BufferedImage image(int channels) {
        return Pixels.image(samples(2, 3, channels).permute(2, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"L, 1", "RGB, 3", "RGBA, 4"})
    void imagesBecomeTensorsAsInTorchvision(String mode, int channels) {
        assertRecorded("totensor " + mode, new ToTensor().apply(image(channels)));
        assertRecorded("piltotensor " + mode, new PILToTensor().apply(image(channels)));
    }

    @ParameterizedTest
    @CsvSource({"L, 1, 10", "RGB, 3, 5", "RGBA, 4, 6"})
    void tensorsBecomeImagesAsInTorchvision(String mode, int channels, int type) {
        var floating = new ToPILImage().apply(pattern(channels, 2, 3));
        var bytes = new ToPILImage().apply(samples(channels, 2, 3));
        assertEquals(type, floating.getType());
        assertRecorded("topil " + mode, channelsLast(floating));
        assertRecorded("topil uint8 " + mode, channelsLast(bytes));
    }

    private static Tensor channelsLast(BufferedImage image) {
        var x = Pixels.tensor(image);
        return x.size(0) == 1 ? x.squeeze(0) : x.permute(1, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void everyKindOfColouredImageGivesItsColours(int type) {
        var image = new BufferedImage(2, 1, type);
        image.setRGB(0, 0, new Color(1, 20, 255).getRGB());
        image.setRGB(1, 0, new Color(7, 0, 128).getRGB());
        var colours = new PILToTensor().apply(image).narrow(0, 0, 3);
        assertEquals(List.of(1L, 7L, 20L, 0L, 255L, 128L), colours.flatten().tolist());
    }

    @Test
    void premultipliedAlphaIsDividedOut() {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        image.setRGB(0, 0, new Color(255, 0, 255, 51).getRGB());
        assertEquals(
                List.of(255L, 0L, 255L, 51L),
                new PILToTensor().apply(image).flatten().tolist());
    }

    @Test
    void aBilevelImageIsBlackAndWhite() {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_BINARY);
        var x = samples(2, 3).toIntArray();
        for (int i = 0; i < x.length; i++) image.getRaster().setSample(i % 3, i / 3, 0, x[i] > 100 ? 1 : 0);
        assertRecorded("totensor 1", new ToTensor().apply(image));
    }

    @Test
    void greyOf16BitsKeepsItsValues() {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, 3, 2, samples(2, 3).toInt().mul(257).toIntArray());
        assertRecorded("totensor I;16", new ToTensor().apply(image));
        assertEquals(
                new PILToTensor().apply(image).tolist(),
                new PILToTensor()
                        .apply(new ToPILImage().apply(new PILToTensor().apply(image)))
                        .tolist());
    }

    @Test
    void aPartOfAnImageIsReadAlone() {
        var part = image(3).getSubimage(1, 1, 2, 1);
        assertEquals(
                samples(2, 3, 3)
                        .permute(2, 0, 1)
                        .narrow(1, 1, 1)
                        .narrow(2, 1, 2)
                        .tolist(),
                new PILToTensor().apply(part).tolist());
    }

    @Test
    void samplesWithTheChannelsLastBecomeTensors() {
        assertRecorded("totensor array", new ToTensor().apply(samples(2, 3, 2)));
        assertRecorded("totensor float", new ToTensor().apply(pattern(2, 3)));
    }

    @Test
    void everyByteIsDividedAsInTorch() {
        var all = flambeau.tensor.Tensors.arange(256).to(DType.UINT8).view(1, 256);
        assertRecorded("all bytes", new ToTensor().apply(all));
    }

    @Test
    void toTensorGivesTheDefaultDtype() {
        var before = getDefaultDtype();
        setDefaultDtype(DType.FLOAT64);
        try {
            assertEquals(
                    37 / 255.0,
                    new ToTensor().apply(image(1)).get(0).get(0).get(1).item());
        } finally {
            setDefaultDtype(before);
        }
    }

    @Test
    void normalizeIsThatOfTorchvision() {
        var imagenet = new Normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
        assertRecorded("normalize", imagenet.apply(pattern(3, 2, 2)));
        assertRecorded("normalize all", new Normalize(0.1307, 0.3081).apply(pattern(2, 2, 1, 2)));
        assertRecorded(
                "normalize float64",
                new Normalize(List.of(0.5), List.of(0.3)).apply(pattern(2, 1, 2).toDouble()));
    }

    @Test
    void normalizeLeavesItsInputUnlessInplace() {
        var x = pattern(3, 2, 2);
        new Normalize(0.5, 0.5).apply(x);
        assertEquals(pattern(3, 2, 2).tolist(), x.tolist());
        assertSame(x, new Normalize(0.5, 0.5, inplace(true)).apply(x));
        assertEquals(new Normalize(0.5, 0.5).apply(pattern(3, 2, 2)).tolist(), x.tolist());
    }

    @Test
    void composePrintsAsInTorchvision() {
        var compose = new Compose<BufferedImage, Tensor>(
                new ToTensor(), new Normalize(List.of(0.485, 0.456), List.of(0.2, 0.25)), new Normalize(0.5, 1));
        assertEquals("""
            Compose(
                ToTensor()
                Normalize(mean=[0.485, 0.456], std=[0.2, 0.25])
                Normalize(mean=0.5, std=1.0)
            )\
            """, compose.toString());
        assertEquals("ToPILImage() PILToTensor()", new ToPILImage() + " " + new PILToTensor());
    }

    @Test
    void composeAppliesInOrder() {
        var compose = new Compose<BufferedImage, BufferedImage>(new ToTensor(), new Normalize(1, -1), new ToPILImage());
        var x = compose.apply(image(1));
        assertEquals(255 - 37, x.getRaster().getSample(1, 0, 0));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        "Normalize: the image must be floating, got uint8 [3, 2, 2]",
                        call(() -> new Normalize(0.5, 0.5).apply(samples(3, 2, 2)))),
                arguments(
                        "Normalize: the image must be [.., c, h, w], got [2, 2]",
                        call(() -> new Normalize(0.5, 0.5).apply(rand(2, 2)))),
                arguments(
                        "Normalize: std must not be 0 as torch.float32, got [0.5, 0.0]",
                        call(() -> new Normalize(List.of(0.5), List.of(0.5, 0.0)).apply(rand(2, 2, 2)))),
                arguments(
                        "Normalize: std must not be 0 as torch.float16, got [1.0E-9]",
                        call(() -> new Normalize(0, 1e-9).apply(rand(2, 2, 2).to(DType.FLOAT16)))),
                arguments(
                        "Normalize: mean has 2 values, the image 3 channels",
                        call(() -> new Normalize(List.of(0.5, 0.5), List.of(1.0)).apply(rand(3, 2, 2)))),
                arguments(
                        "Normalize: std has 0 values, the image 3 channels",
                        call(() -> new Normalize(List.of(0.5), List.of()).apply(rand(3, 2, 2)))),
                arguments(
                        "ToTensor: the image must be [h, w] or [h, w, c], got [4]",
                        call(() -> new ToTensor().apply(rand(4)))),
                arguments(
                        "ToPILImage: the tensor must be [h, w] or [c, h, w], got [1, 3, 2, 2]",
                        call(() -> new ToPILImage().apply(rand(1, 3, 2, 2)))),
                arguments(
                        "image: 1, 3 or 4 channels make an image, got [5, 2, 2]",
                        call(() -> new ToPILImage().apply(rand(5, 2, 2)))),
                arguments(
                        "image: the dtype must be uint8, or int16 for grey, got int64 [1, 2, 2]",
                        call(() -> new ToPILImage().apply(ones(1, 2, 2).toLong()))),
                arguments(
                        "image: the tensor must be [c, h, w] and not empty, got [3, 0, 2]",
                        call(() -> new ToPILImage().apply(zeros(3, 0, 2)))),
                arguments(
                        "Compose: ToTensor() does not take a String",
                        call(() -> new Compose<Object, Tensor>(new ToTensor()).apply("x"))),
                arguments("inplace: given twice", call(() -> new Normalize(0, 1, inplace(true), inplace(false)))));
    }

    private static Executable call(Executable executable) {
        return executable;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void wrongCallsAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
