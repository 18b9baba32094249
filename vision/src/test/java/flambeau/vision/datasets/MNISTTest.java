package flambeau.vision.datasets;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.train;
import static flambeau.args.Args.transform;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.array.DType;
import flambeau.data.DataLoader;
import flambeau.tensor.Tensor;
import flambeau.vision.transforms.Compose;
import flambeau.vision.transforms.Normalize;
import flambeau.vision.transforms.ToTensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MNISTTest {
    private static final String IMAGES = "train-images-idx3-ubyte", LABELS = "train-labels-idx1-ubyte";

    @TempDir
    Path folder;

    /** An idx file of n images, each filled with its number. */
    private static byte[] images(int n) {
        var file = ByteBuffer.allocate(16 + n * 784)
                .putInt(0x803)
                .putInt(n)
                .putInt(28)
                .putInt(28);
        for (int i = 0; i < n; i++) for (int j = 0; j < 784; j++) file.put((byte) (200 + i));
        return file.array();
    }

    private static byte[] labels(int... labels) {
        var file = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) file.put((byte) label);
        return file.array();
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private void write(String images, byte[] imageBytes, String labels, byte[] labelBytes) throws IOException {
        Files.write(folder.resolve(images), imageBytes);
        Files.write(folder.resolve(labels), labelBytes);
    }

    @Test
    void plainFilesAreRead() throws Exception {
        write(IMAGES, images(3), LABELS, labels(7, 0, 9));
        var digits = new MNIST(folder);
        assertEquals("uint8 [3, 28, 28]", digits.data().describe());
        assertEquals(
                List.of(200L, 201L, 202L),
                digits.data().select(2, 27).select(1, 27).tolist());
        assertEquals(DType.INT64, digits.targets().dtype());
        assertEquals(List.of(7L, 0L, 9L), digits.targets().tolist());
    }

    @Test
    void packedTestFilesAreRead() throws Exception {
        write("t10k-images-idx3-ubyte.gz", gzip(images(2)), "t10k-labels-idx1-ubyte.gz", gzip(labels(1, 2)));
        assertEquals(2, new MNIST(folder, train(false)).size());
    }

    @Test
    void torchvisionsFoldersAreFound() throws Exception {
        var raw = Files.createDirectories(folder.resolve("FashionMNIST/raw"));
        Files.write(raw.resolve(IMAGES), images(1));
        Files.write(raw.resolve(LABELS), labels(8));
        var clothes = new FashionMNIST(folder);
        assertEquals("Bag", clothes.classes().get(clothes.get(0).y().item().intValue()));
    }

    @Test
    void samplesAreTransformed() throws Exception {
        write(IMAGES, images(2), LABELS, labels(4, 5));
        var digits = new MNIST(folder, train(true), transform(new ToTensor()));
        assertEquals("float32 [1, 28, 28]", digits.get(1).x().describe());
        assertEquals(201 / 255f, digits.get(1).x().max().item().floatValue());
        assertEquals(5L, digits.get(1).y().item());
        assertEquals("uint8 [1, 28, 28]", new MNIST(folder).get(1).x().describe());
    }

    @Test
    void samplesMakeBatches() throws Exception {
        write(IMAGES, images(5), LABELS, labels(4, 5, 6, 7, 8));
        var loader = new DataLoader<>(new MNIST(folder, transform(new ToTensor())), batchSize(3));
        var last = loader.iterator();
        assertEquals("float32 [3, 1, 28, 28]", last.next().x().describe());
        assertEquals(List.of(7L, 8L), last.next().y().tolist());
    }

    @Test
    void itPrintsAsInTorchvision() throws Exception {
        write(IMAGES, images(2), LABELS, labels(4, 5));
        var compose = new Compose<BufferedImage, Tensor>(new ToTensor(), new Normalize(List.of(0.1), List.of(0.3)));
        assertEquals("""
            Dataset MNIST
                Number of datapoints: 2
                Root location: %s
                Split: Train
                StandardTransform
            Transform: Compose(
                           ToTensor()
                           Normalize(mean=[0.1], std=[0.3])
                       )\
            """.formatted(folder), new MNIST(folder, transform(compose)).toString());
        assertEquals(
                "    Split: Train",
                new MNIST(folder).toString().lines().toList().getLast());
    }

    /** Which file is wrong, its bytes, and what is said of it. */
    static Stream<Arguments> hostile() {
        byte[] images = images(3), labels = labels(1, 2, 3);
        byte[] flipped = gzip(images);
        flipped[flipped.length / 2] ^= 1;
        byte[] damaged = gzip(labels);
        damaged[10] = (byte) 0xff;
        return Stream.of(
                arguments(IMAGES, new byte[0], "is cut off"),
                arguments(IMAGES, Arrays.copyOf(images, 3), "is cut off"),
                arguments(IMAGES, Arrays.copyOf(images, 14), "is cut off"),
                arguments(
                        IMAGES,
                        Arrays.copyOf(images, images.length - 1),
                        "is cut off: it has 2351 of the 2352 values of its sizes [3, 28, 28]"),
                arguments(
                        IMAGES,
                        Arrays.copyOf(images, images.length + 1),
                        "has more than the 2352 values of its sizes [3, 28, 28]"),
                arguments(
                        IMAGES,
                        labels,
                        "is no idx file of bytes with 3 dimensions: it begins with 00000801 instead of 00000803"),
                arguments(
                        IMAGES,
                        "<html><body>404 Not Found".getBytes(),
                        "is no idx file of bytes with 3 dimensions: it begins with 3c68746d instead of 00000803"),
                arguments(IMAGES, header(0x803, -1, 28, 28), "claims the size 4294967295"),
                arguments(IMAGES, header(0x803, 1 << 30, 28, 28), "claims the sizes [1073741824, 28, 0], too many"),
                arguments(
                        IMAGES,
                        header(0x803, 2_000_000, 28, 28),
                        "is cut off: it has 0 of the 1568000000 values of its sizes [2000000, 28, 28]"),
                arguments(IMAGES, header(0x803, 3, 0, 28), "has images of 0 x 28 pixels instead of 28 x 28"),
                arguments(IMAGES, header(0x803, 0, 28, 28), "has no images"),
                arguments(IMAGES, Arrays.copyOf(gzip(images), 30), "is cut off"),
                arguments(IMAGES, Arrays.copyOf(gzip(images), gzip(images).length - 4), "is cut off"),
                arguments(IMAGES, flipped, "is damaged: "),
                arguments(LABELS, damaged, "is damaged: "),
                arguments(
                        LABELS,
                        images,
                        "is no idx file of bytes with 1 dimensions: it begins with 00000803 instead of 00000801"),
                arguments(LABELS, labels(1, 2), "has 2 labels for the 3 images of train-images-idx3-ubyte"),
                arguments(LABELS, labels(1, 255, 3), "has the label 255 of image 1, the largest is 9"));
    }

    private static byte[] header(int... words) {
        var file = ByteBuffer.allocate(4 * words.length);
        for (int word : words) file.putInt(word);
        return file.array();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("hostile")
    void wrongFilesAreRefusedByName(String name, byte[] bytes, String message) throws Exception {
        write(IMAGES, images(3), LABELS, labels(1, 2, 3));
        Files.write(folder.resolve(name), bytes);
        var e = assertThrows(IOException.class, () -> new MNIST(folder));
        var expected = folder.resolve(name) + ": " + message;
        assertTrue(
                message.endsWith(": ")
                        ? e.getMessage().startsWith(expected)
                        : e.getMessage().equals(expected),
                e.getMessage());
    }

    @Test
    void missingFilesAreNamed() throws Exception {
        Files.write(folder.resolve(IMAGES), images(1));
        var e = assertThrows(IOException.class, () -> new MNIST(folder));
        assertEquals(folder + ": holds neither " + LABELS + " nor " + LABELS + ".gz", e.getMessage());
        e = assertThrows(IOException.class, () -> new MNIST(folder.resolve("no")));
        assertEquals(folder.resolve("no") + ": does not exist", e.getMessage());
        e = assertThrows(IOException.class, () -> new MNIST(folder.resolve(IMAGES)));
        assertEquals(folder.resolve(IMAGES) + ": is no folder", e.getMessage());
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws Exception {
        Files.createDirectories(folder.resolve(IMAGES)); // a folder in its place: also root cannot read it
        Files.write(folder.resolve(LABELS), labels(1));
        var e = assertThrows(IOException.class, () -> new MNIST(folder));
        assertTrue(e.getMessage().startsWith(folder.resolve(IMAGES) + ": "), e.getMessage());
    }
}
