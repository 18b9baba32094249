package flambeau.vision.io;

import flambeau.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads and writes image files: torchvision's {@code torchvision.io}. No display is needed.
 *
 * {@snippet :
 * var x = ImageFiles.readImage(Path.of("chelsea.png")); // uint8 [3, 300, 451]
 * ImageFiles.writePng(x, Path.of("copy.png"));
 * }
 */
public final class ImageFiles {
    /** The most pixels of an image that is read: a small file can claim to be a huge image. */
    private static final long MOST_PIXELS = 1L << 28;

    private ImageFiles() {}
}
