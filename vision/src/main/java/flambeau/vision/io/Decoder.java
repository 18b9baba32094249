package flambeau.vision.io;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Images from the bytes of files. Whatever is wrong with them becomes an IOException whose message completes "the file ..". */
final class Decoder {
    /** The most pixels that are read: a small file can claim to be a huge image. */
    private static final long MOST_PIXELS = 1L << 28;

    private Decoder() {}

    static BufferedImage decode(byte[] bytes) throws IOException {
        if (PngCheck.isPng(bytes)) PngCheck.chunks(bytes);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new IOException("is no image of a known format");
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        long w, h;
        try {
            w = reader.getWidth(0);
            h = reader.getHeight(0);
            if (w * h <= MOST_PIXELS) return reader.read(0);
        } catch (IOException | RuntimeException e) { // readers stumble over damaged files in many ways
            throw new IOException("is damaged: " + e.getMessage(), e);
        }
        throw new IOException("claims to be %d x %d pixels, the limit is %d in all".formatted(w, h, MOST_PIXELS));
    }
}
