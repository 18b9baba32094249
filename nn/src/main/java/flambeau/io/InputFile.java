package flambeau.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the beginnings of files. */
final class InputFile {
    private InputFile() {}

    static FileChannel open(Path path) throws IOException {
        if (!Files.exists(path)) throw new NoSuchFileException(path.toString(), null, "there is no such file");
        if (Files.isDirectory(path)) throw new FileSystemException(path.toString(), null, "is a folder, not a file");
        return FileChannel.open(path);
    }

    /** The next bytes, little-endian. Memory is taken only for bytes that the file has. */
    static ByteBuffer read(Path path, FileChannel channel, int count) throws IOException {
        if (count > channel.size() - channel.position())
            throw new FileFormatException(path, "the file ends too early, at %d bytes".formatted(channel.size()));
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining())
            if (channel.read(bytes) < 0)
                throw new FileFormatException(path, "the file was shortened while it was read");
        return bytes.flip();
    }
}
