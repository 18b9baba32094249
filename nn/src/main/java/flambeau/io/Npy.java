package flambeau.io;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.empty;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import flambeau.tensor.TensorBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One tensor in a file that NumPy reads: the npy format, of all dtypes but bfloat16, which NumPy does not have. A file
 * is replaced as a whole or not at all, as by {@link Safetensors}. Source: numpy.lib.format.
 *
 * {@snippet :
 * Npy.save(x, Path.of("x.npy"));
 * var y = Npy.load(Path.of("x.npy"));
 * }
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = 10; // magic, version 1.0, a length of two bytes
    private static final int ALIGNMENT = 64;
    private static final int LONGEST = 1 << 16;
    private static final int MOST_DIMENSIONS = 64; // NumPy's and PyTorch's limit
    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\),? ?\\}");

    private Npy() {}

    /**
     * Writes a tensor, in row-major order.
     *
     * @param path the file, which is replaced if it exists
     * @throws IllegalArgumentException if {@code x} is bfloat16
     * @throws IOException if the file cannot be written; nothing has changed then
     */
    public static void save(Tensor x, Path path) throws IOException {
        var word = word(x.dtype());
        var sizes = IntStream.of(x.shape().sizes()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        if (x.dim() == 1) sizes += ",";
        var text = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(word, sizes);
        int length = (PREFIX + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - PREFIX;
        var header = ByteBuffer.allocate(PREFIX + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length).put(text.getBytes(ISO_8859_1));
        while (header.remaining() > 1) header.put((byte) ' ');
        header.put((byte) '\n').flip();
        AtomicFile.write(path, channel -> {
            while (header.hasRemaining()) channel.write(header);
            TensorBytes.write(x, channel);
        });
    }

    /**
     * Reads a tensor.
     *
     * @return the tensor, contiguous
     * @throws FileFormatException if the file breaks a rule of the format, or has elements that are no dtype
     * @throws IOException if it cannot be read
     */
    public static Tensor load(Path path) throws IOException {
        try (var channel = InputFile.open(path)) {
            var prefix = InputFile.read(path, channel, PREFIX);
            if (!prefix.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC)))
                throw new FileFormatException(path, "does not begin as an npy file does");
            int length = Short.toUnsignedInt(prefix.getShort(PREFIX - 2));
            if (prefix.get(MAGIC.length) > 1) // later versions have four bytes of length
            length |= InputFile.read(path, channel, 2).getShort() << 16;
            if (length < 0 || length > LONGEST)
                throw new FileFormatException(path, "the header's length %d is above %d".formatted(length, LONGEST));
            var text = ISO_8859_1
                    .decode(InputFile.read(path, channel, length))
                    .toString()
                    .strip();
            var header = HEADER.matcher(text);
            if (!header.matches()) throw new FileFormatException(path, "the header is not understood: " + text);
            var type = type(path, header.group(1));
            var shape = shape(path, header.group(3));
            long there = (channel.size() - channel.position()) / type.bytes();
            if (shape.count() != there || (channel.size() - channel.position()) % type.bytes() != 0)
                throw new FileFormatException(
                        path, "shape %s has %d elements, the file %d".formatted(shape.text(), shape.count(), there));
            boolean columns = header.group(2).equals("True"); // Fortran's order: the transpose in row-major order
            var backwards = IntStream.iterate(shape.rank() - 1, i -> i - 1)
                    .limit(shape.rank())
                    .toArray();
            var sizes = columns ? IntStream.of(backwards).map(shape::get).toArray() : shape.sizes();
            var x = empty(Shape.of(sizes), dtype(type));
            TensorBytes.read(x, channel);
            return columns ? x.permute(backwards).contiguous() : x;
        }
    }

    private static String word(DType dtype) {
        return switch (dtype) {
            case BOOL -> "|b1";
            case UINT8 -> "|u1";
            case INT8 -> "|i1";
            case INT16 -> "<i2";
            case INT32 -> "<i4";
            case INT64 -> "<i8";
            case FLOAT16 -> "<f2";
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
            case BFLOAT16 -> throw new IllegalArgumentException("npy: has no bfloat16");
        };
    }

    private static DType type(Path path, String word) throws FileFormatException {
        for (var dtype : DType.values())
            if (dtype != DType.BFLOAT16 && word(dtype).equals(word)) return dtype;
        throw new FileFormatException(path, "elements of type '%s' are no dtype".formatted(word));
    }

    private static Shape shape(Path path, String text) throws FileFormatException {
        try {
            var sizes = text.isBlank() ? new String[0] : text.split(",");
            if (sizes.length > MOST_DIMENSIONS) throw new IllegalArgumentException("too many dimensions");
            return Shape.of(Stream.of(sizes)
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new FileFormatException(path, "(%s) is no shape, or too large".formatted(text), e);
        }
    }
}
