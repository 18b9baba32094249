package flambeau.vision.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are there as a whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** Writes a new file beside {@code file}, flushes it and gives it its name. */
    static void write(Path file, byte[] bytes) throws IOException {
        var target = file.toAbsolutePath();
        var fresh = target.resolveSibling(".%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
        try {
            try (var out = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) out.write(left);
                out.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailure.of(file, e);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
