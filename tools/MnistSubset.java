import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Cuts the subset of MNIST that the examples carry: {@code java tools/MnistSubset.java FROM TO}.
 *
 * <p>1,000 training and 200 test images of each digit, drawn with seed 0, in the order of the full files.
 */
final class MnistSubset {
    private static final int DIGITS = 10;

    static void main(String[] args) throws IOException {
        cut(Path.of(args[0]), Path.of(args[1]), "train", 1000);
        cut(Path.of(args[0]), Path.of(args[1]), "t10k", 200);
    }

    private static void cut(Path from, Path to, String part, int each) throws IOException {
        var images = part + "-images-idx3-ubyte.gz";
        var labels = part + "-labels-idx1-ubyte.gz";
        byte[] digits = read(from.resolve(labels), 2);
        byte[] pixels = read(from.resolve(images), 4);
        int size = 28 * 28;
        int[] kept = IntStream.range(0, DIGITS)
                .flatMap(digit -> draw(digits, digit, each))
                .sorted()
                .toArray();
        var keptDigits = ByteBuffer.allocate(8 + kept.length).putInt(0x801).putInt(kept.length);
        var keptPixels = ByteBuffer.allocate(16 + kept.length * size)
                .putInt(0x803)
                .putInt(kept.length)
                .putInt(28)
                .putInt(28);
        for (int i : kept) {
            keptDigits.put(digits[i]);
            keptPixels.put(pixels, i * size, size);
        }
        Files.createDirectories(to);
        write(to.resolve(labels), keptDigits.array());
        write(to.resolve(images), keptPixels.array());
    }

    /** The places of {@code each} images of one digit. */
    private static IntStream draw(byte[] digits, int digit, int each) {
        int[] all = IntStream.range(0, digits.length)
                .filter(i -> digits[i] == digit)
                .toArray();
        var random = new Random(0);
        for (int i = 0; i < each; i++) {
            int j = i + random.nextInt(all.length - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return Arrays.stream(all, 0, each);
    }

    /** The bytes behind the header of {@code words} numbers. */
    private static byte[] read(Path file, int words) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            var data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
            data.skipNBytes(4L * words);
            return data.readAllBytes();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var out = new Best(Files.newOutputStream(file))) {
            out.write(bytes);
        }
    }

    /** Gzip at its best level, without a time stamp: the same bytes each time. */
    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
