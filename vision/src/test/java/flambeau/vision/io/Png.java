package flambeau.vision.io;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A PNG file by hand, of any kind, right or wrong. */
final class Png {
    static final int GREY = 0, RGB = 2, PALETTE = 3, GREY_ALPHA = 4, RGB_ALPHA = 6;

    /** A chunk: its kind and its content. */
    record Chunk(String kind, byte[] data) {}

    private final List<Chunk> chunks = new ArrayList<>();
    private final int height;

    Png(int width, int height, int depth, int colors) {
        this.height = height;
        add(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colors)
                        .array());
    }

    Png add(String kind, byte... data) {
        chunks.add(new Chunk(kind, data));
        return this;
    }

    /** The rows of pixels as they lie in the file, each of the same number of bytes. */
    Png pixels(int... bytes) {
        int row = bytes.length / height;
        var raw = new byte[height * (row + 1)];
        for (int i = 0; i < bytes.length; i++) raw[i / row * (row + 1) + 1 + i % row] = (byte) bytes[i];
        return add("IDAT", deflated(raw));
    }

    static byte[] deflated(byte[] raw) {
        var deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        var packed = new byte[raw.length + 100];
        return java.util.Arrays.copyOf(packed, deflater.deflate(packed));
    }

    static byte[] bytes(int... values) {
        var y = new byte[values.length];
        for (int i = 0; i < y.length; i++) y[i] = (byte) values[i];
        return y;
    }

    /** The file. */
    byte[] file() {
        return add("IEND").unfinished();
    }

    /** The file without the last chunk. */
    byte[] unfinished() {
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.writeLong(0x89504e470d0a1a0aL);
            for (var chunk : chunks) {
                var kind = chunk.kind.getBytes(StandardCharsets.ISO_8859_1);
                var crc = new CRC32();
                crc.update(kind);
                crc.update(chunk.data);
                data.writeInt(chunk.data.length);
                data.write(kind);
                data.write(chunk.data);
                data.writeInt((int) crc.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
