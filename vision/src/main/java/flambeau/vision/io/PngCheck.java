package flambeau.vision.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What Java's PNG reader does not look at: that the chunks lie one behind the other up to the last, and that their checksums are
 * right. A file that was cut off or changed is refused, where the reader would show half an image.
 */
final class PngCheck {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int AROUND = 12; // length, kind and checksum of a chunk

    private PngCheck() {}

    /** Whether these bytes begin as a PNG file does. */
    static boolean isPng(byte[] bytes) {
        return bytes.length >= SIGNATURE.length
                && ByteBuffer.wrap(bytes, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
    }

    /**
     * Reads over all chunks.
     *
     * @throws IOException if one is cut off or damaged
     */
    static void chunks(byte[] png) throws IOException {
        var in = ByteBuffer.wrap(png).position(SIGNATURE.length);
        for (String kind = ""; !kind.equals("IEND"); ) {
            if (in.remaining() < AROUND) throw new IOException("is cut off: its last chunk (IEND) is missing");
            int length = in.getInt(), start = in.position();
            var next = new String(png, start, 4, StandardCharsets.ISO_8859_1);
            if (kind.isEmpty() && !next.equals("IHDR")) throw new IOException("does not begin with its header (IHDR)");
            kind = next;
            if (length < 0 || length > in.remaining() - 8)
                throw new IOException("is cut off in chunk " + kind + " at byte " + (start - 4));
            var crc = new CRC32();
            crc.update(png, start, 4 + length);
            if ((int) crc.getValue() != in.getInt(start + 4 + length))
                throw new IOException(
                        "is damaged: the checksum of chunk %s at byte %d is wrong".formatted(kind, start - 4));
            in.position(start + 4 + length + 4);
        }
    }
}
