package flambeau.vision.io;

import flambeau.io.AtomicFile;
import flambeau.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Reads and writes image files: torchvision's {@code torchvision.io}. No display is needed.
 *
 * {@snippet :
 * var x = ImageFiles.readImage(Path.of("chelsea.png")); // uint8 [3, 300, 451]
 * ImageFiles.writePng(x, Path.of("copy.png"));
 * }
 */
public final class ImageFiles {
    private ImageFiles() {}

    /**
     * The image of a file with the channels that it has.
     *
     * @param file PNG, JPEG, BMP, GIF (its first image) or what else this JDK reads
     * @return uint8 {@code [c, h, w]}
     * @throws IOException if the file is missing, is no image, or is cut off or damaged
     */
    public static Tensor readImage(Path file) throws IOException {
        return readImage(file, ImageReadMode.UNCHANGED);
    }

    /**
     * The image of a file with the channels of {@code mode}.
     *
     * <p>Unlike PyTorch, an image with a palette gives its colours (grey, if all of them are), and one with 16 bits a sample the
     * upper 8.
     *
     * @param file PNG, JPEG, BMP, GIF (its first image) or what else this JDK reads
     * @return uint8 {@code [c, h, w]}
     * @throws IOException if the file is missing, is no image, or is cut off or damaged
     */
    public static Tensor readImage(Path file, ImageReadMode mode) throws IOException {
        return tensor(read(file), mode);
    }

    /**
     * The image of a file as Java has it, for transforms and drawing: what {@link #write} writes.
     *
     * @param file PNG, JPEG, BMP, GIF (its first image) or what else this JDK reads
     * @throws IOException if the file is missing, is no image, or is cut off or damaged
     */
    public static BufferedImage read(Path file) throws IOException {
        try {
            return Decoder.decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileFailure.of(file, e);
        }
    }

    /**
     * The image of a file's bytes, as {@link #readImage(Path, ImageReadMode)} has it.
     *
     * @throws IllegalArgumentException if they are no image, or one that is cut off or damaged
     */
    public static Tensor decodeImage(byte[] bytes, ImageReadMode mode) {
        try {
            return tensor(Decoder.decode(bytes), mode);
        } catch (IOException e) {
            throw new IllegalArgumentException("decodeImage: the data " + e.getMessage(), e);
        }
    }

    private static Tensor tensor(BufferedImage image, ImageReadMode mode) {
        var channels = Channels.of(image);
        return Pixels.tensor(
                Channels.convert(channels, mode.channels(channels.length)), image.getHeight(), image.getWidth());
    }

    /**
     * Writes an image as PNG, to a new file that then takes the place of {@code file}.
     *
     * <p>Unlike PyTorch, alpha can be written too.
     *
     * @param x uint8 {@code [c, h, w]} with 1, 3 or 4 channels
     * @throws IllegalArgumentException if it has another shape or dtype, or no pixels
     * @throws IOException if the file cannot be written
     */
    public static void writePng(Tensor x, Path file) throws IOException {
        write(file, encode(Pixels.image(x), "png"));
    }

    /**
     * The bytes of a PNG file.
     *
     * @param x uint8 {@code [c, h, w]} with 1, 3 or 4 channels
     * @throws IllegalArgumentException if it has another shape or dtype, or no pixels
     */
    public static byte[] encodePng(Tensor x) {
        return encode(Pixels.image(x), "png");
    }

    /**
     * Writes an image in the format that the file's name ends with, to a new file that then takes the place of {@code file}.
     *
     * @param file its name ends with {@code .png}, {@code .jpg}, {@code .bmp} or what else this JDK writes
     * @throws IllegalArgumentException if there is no such format, or it cannot hold this image
     * @throws IOException if the file cannot be written
     */
    public static void write(BufferedImage image, Path file) throws IOException {
        var name = file.getFileName().toString();
        write(file, encode(image, name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        AtomicFile.write(file, channel -> {
            for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) channel.write(left);
        });
    }

    private static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        // not ImageIO's own stream, which would keep a file in the folder for temporary files
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (ImageIO.write(image, format, out)) {
                out.flush();
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "write: format '%s' does not take this image: %s".formatted(format, e.getMessage()), e);
        }
        throw new IllegalArgumentException("write: no format '%s' for an image of %d channels, take png"
                .formatted(format, image.getRaster().getNumBands()));
    }
}
