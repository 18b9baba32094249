package flambeau.vision.datasets;

import flambeau.vision.io.FileFailure;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The content of an idx file of unsigned bytes, the format of MNIST: two zero bytes, the type (8), the number of dimensions, the
 * sizes as big-endian int32, the values.
 *
 * @param sizes the sizes
 * @param values the values in row-major order
 */
record Idx(int[] sizes, byte[] values) {
    private static final int UNSIGNED_BYTES = 8;

    /**
     * Reads a file, unpacked or packed by gzip.
     *
     * @throws IOException if it is missing, cut off, too long, damaged or something else
     */
    static Idx read(Path file, int dimensions) throws IOException {
        try (var in = unpacked(file)) {
            return read(in, dimensions);
        } catch (IOException e) {
            throw FileFailure.of(file, e);
        }
    }

    private static DataInputStream unpacked(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new DataInputStream(gzip ? new GZIPInputStream(in, 1 << 16) : in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Idx read(DataInputStream in, int dimensions) throws IOException {
        int magic = in.readInt(), expected = UNSIGNED_BYTES << 8 | dimensions;
        if (magic != expected)
            throw new IOException("is no idx file of bytes with %d dimensions: it begins with %08x instead of %08x"
                    .formatted(dimensions, magic, expected));
        var sizes = new int[dimensions];
        long count = 1;
        for (int d = 0; d < dimensions; d++) {
            sizes[d] = in.readInt();
            if (sizes[d] < 0) throw new IOException("claims the size " + Integer.toUnsignedString(sizes[d]));
            count *= sizes[d];
            if (count > Integer.MAX_VALUE - 8)
                throw new IOException("claims the sizes " + Arrays.toString(sizes) + ", too many");
        }
        var values = in.readNBytes((int) count);
        if (values.length < count)
            throw new IOException("is cut off: it has %d of the %d values of its sizes %s"
                    .formatted(values.length, count, Arrays.toString(sizes)));
        if (in.read() >= 0)
            throw new IOException(
                    "has more than the %d values of its sizes %s".formatted(count, Arrays.toString(sizes)));
        return new Idx(sizes, values);
    }
}
