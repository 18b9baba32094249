package flambeau.io;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.shape;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.tensor.TensorBytes;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The zip archive that a {@code .pt} file is: a pickle {@code data.pkl}, the storages {@code data/0, data/1, ..} and some notes, all in
 * one folder and none compressed.
 */
final class PtArchive implements AutoCloseable {
    private static final int ALIGNMENT = 64; // of storages in the file, so that they can be mapped
    private static final int LONGEST = 100_000_000; // of the pickle, whose objects take a multiple of its bytes
    private static final String FOLDER = "archive/";
    private static final LocalDateTime NO_TIME =
            LocalDateTime.of(1980, 2, 1, 0, 0); // the first instant of 1980 would get a field more

    private final Path path;
    private final ZipFile zip;
    private final String folder;
    private final Map<String, Tensor> storages = new HashMap<>();
    private long left; // bytes that storages may still have: entries could overlap

    private PtArchive(Path path, ZipFile zip, String folder, long size) {
        this.path = path;
        this.zip = zip;
        this.folder = folder;
        this.left = size;
    }

    static PtArchive open(Path path) throws IOException {
        long size;
        try (var channel = InputFile.open(path)) {
            size = channel.size();
        }
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | EOFException e) {
            throw new FileFormatException(
                    path, "is no zip archive, as torch.save writes them since PyTorch 1.6: " + e.getMessage(), e);
        }
        try {
            var archive = new PtArchive(path, zip, folder(path, zip), size);
            archive.checkByteOrder();
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static String folder(Path path, ZipFile zip) throws FileFormatException {
        var pickles = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith("/data.pkl") && name.indexOf('/') == name.lastIndexOf('/'))
                .toList();
        if (pickles.size() != 1)
            throw new FileFormatException(path, "must have one data.pkl, has %d".formatted(pickles.size()));
        var pickle = pickles.getFirst();
        return pickle.substring(0, pickle.length() - "data.pkl".length());
    }

    private void checkByteOrder() throws IOException {
        if (zip.getEntry(folder + "byteorder") == null) return; // older files have none, and are little-endian
        var order = new String(bytes("byteorder", 16), StandardCharsets.UTF_8);
        if (!order.equals("little"))
            throw new FileFormatException(path, "its byte order is %s, not little".formatted(order));
    }

    byte[] pickle() throws IOException {
        return bytes("data.pkl", LONGEST);
    }

    private byte[] bytes(String name, int longest) throws IOException {
        var entry = entry(name);
        if (entry.getSize() > longest)
            throw new FileFormatException(
                    path, "%s has %d bytes, at most %d are read".formatted(name, entry.getSize(), longest));
        var bytes = ByteBuffer.allocate((int) entry.getSize());
        try (var in = Channels.newChannel(zip.getInputStream(entry))) {
            while (bytes.hasRemaining()) if (in.read(bytes) < 0) throw new EOFException("the data ends too early");
        } catch (ZipException | EOFException e) {
            throw new FileFormatException(path, "%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
        return bytes.array();
    }

    private ZipEntry entry(String name) throws FileFormatException {
        var entry = zip.getEntry(folder + name);
        if (entry == null) throw new FileFormatException(path, "has no " + name);
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize() || entry.getSize() < 0)
            throw new FileFormatException(path, name + " is compressed, torch.save compresses nothing");
        return entry;
    }

    /** The elements of a storage, each read once. */
    Tensor storage(String key, DType type, long count) throws IOException {
        var known = storages.get(key);
        if (known != null) {
            if (known.dtype() != type || known.numel() != count)
                throw new FileFormatException(
                        path, "storage %s is %s and %s [%d]".formatted(key, known.describe(), type.word(), count));
            return known;
        }
        var entry = entry("data/" + key);
        if (count < 0 || count > Integer.MAX_VALUE || entry.getSize() != count * type.bytes())
            throw new FileFormatException(
                    path,
                    "storage %s has %d bytes, %d elements of %s do not fit"
                            .formatted(key, entry.getSize(), count, type.word()));
        left -= entry.getSize();
        if (left < 0) throw new FileFormatException(path, "its storages have more bytes than the file");
        var x = empty(shape((int) count), dtype(type));
        try (var in = Channels.newChannel(zip.getInputStream(entry))) {
            TensorBytes.read(x, in);
        } catch (IOException e) {
            throw new FileFormatException(path, "storage %s: %s".formatted(key, e.getMessage()), e);
        }
        storages.put(key, x);
        return x;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Writes an archive. */
    static void write(byte[] pickle, List<Tensor> storages, FileChannel channel) throws IOException {
        try (var zip = new Output(channel)) {
            zip.note("data.pkl", pickle);
            zip.note("byteorder", "little".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < storages.size(); i++) zip.storage("data/" + i, storages.get(i));
            zip.note("version", "3\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes entries, not compressed, each aligned by a field of padding. */
    private static final class Output implements AutoCloseable {
        private static final int HEADER = 30; // bytes of an entry's header without its name
        private static final int LARGE_HEADER = 20; // more, from 4 GiB on

        private final ZipOutputStream zip;
        private long position;

        Output(FileChannel channel) {
            zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
            zip.setMethod(ZipOutputStream.STORED);
        }

        void note(String name, byte[] bytes) throws IOException {
            var crc = new CRC32();
            crc.update(bytes);
            begin(name, bytes.length, crc);
            zip.write(bytes);
            zip.closeEntry();
        }

        void storage(String name, Tensor x) throws IOException {
            var crc = new CRC32();
            TensorBytes.writeStorage(x, new Sum(crc));
            begin(name, TensorBytes.storageCount(x) * x.dtype().bytes(), crc);
            TensorBytes.writeStorage(x, Channels.newChannel(zip));
            zip.closeEntry();
        }

        private void begin(String name, long bytes, CRC32 crc) throws IOException {
            var entry = new ZipEntry(FOLDER + name);
            entry.setTimeLocal(NO_TIME);
            entry.setSize(bytes);
            entry.setCrc(crc.getValue());
            long start = position + HEADER + entry.getName().length() + (bytes < 0xffffffffL ? 0 : LARGE_HEADER);
            int padding = (int) ((ALIGNMENT - (start + 4) % ALIGNMENT) % ALIGNMENT);
            var extra = new byte[padding + 4];
            extra[0] = 'F'; // as PyTorch calls this field
            extra[1] = 'B';
            extra[2] = (byte) padding;
            entry.setExtra(extra);
            zip.putNextEntry(entry);
            position = start + extra.length + bytes;
        }

        @Override
        public void close() throws IOException {
            zip.finish();
            zip.flush(); // and not close, for the file is still to be forced to the disk
        }
    }

    /** A channel to a checksum. */
    private record Sum(CRC32 crc) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) {
            int n = bytes.remaining();
            crc.update(bytes);
            return n;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
