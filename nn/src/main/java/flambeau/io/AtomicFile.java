package flambeau.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Replaces a file as a whole, or not at all. */
public final class AtomicFile {
    /** The content of a file. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(FileChannel channel) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes {@code content} to {@code path}: beside it, forced to the disk, then renamed.
     *
     * @throws IOException if the file cannot be written; nothing has changed then
     */
    public static void write(Path path, Content content) throws IOException {
        var target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        var folder = target.getParent();
        var name = target.getFileName();
        if (name == null || folder == null || Files.isDirectory(target))
            throw new FileSystemException(path.toString(), null, "is a folder, not a file");
        if (!Files.isDirectory(folder))
            throw new NoSuchFileException(path.toString(), null, "there is no folder " + folder);
        // Not createTempFile, whose files only their owner can read.
        var temporary = folder.resolve("." + name + "."
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            try (var channel = open(path, temporary)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary); // it is there only after a failure
        }
        forceFolder(folder);
    }

    private static FileChannel open(Path path, Path temporary) throws IOException {
        try {
            return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (AccessDeniedException _) {
            throw new AccessDeniedException(path.toString(), null, "its folder cannot be written to");
        }
    }

    /** Makes the new name last, too. Where the system cannot do that to a folder, the file is whole all the same. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders
        }
    }
}
