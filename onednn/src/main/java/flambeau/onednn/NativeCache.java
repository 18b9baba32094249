package flambeau.onednn;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a user's native libraries lie unpacked. Any number of JVMs may unpack at once: each writes a folder of
 * its own and renames it into place, so that nobody ever sees half of one.
 */
record NativeCache(Path root) {
    private static final int ATTEMPTS = 5;
    private static final String UNPACKING = ".unpacking-";

    /** The user's cache folder by the habits of the operating system; null if there is none. */
    static @Nullable NativeCache ofUser(Map<String, String> environment) {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var home = System.getProperty("user.home");
        Path base = null;
        if (os.startsWith("windows")) base = path(environment.get("LOCALAPPDATA"));
        else if (os.startsWith("mac") && home != null) base = Path.of(home, "Library", "Caches");
        else {
            base = path(environment.get("XDG_CACHE_HOME"));
            if (base == null && home != null && !home.equals("?")) base = Path.of(home, ".cache");
        }
        return base == null ? null : new NativeCache(base.resolve("flambeau"));
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null || name.isBlank() || !Path.of(name).isAbsolute() ? null : Path.of(name);
    }

    /** The folder that holds the jar's libraries, unpacked now unless they were before. */
    Path unpacked(Platform platform, NativeJar jar) throws IOException {
        var name = "dnnl-" + platform.name() + "-" + jar.fingerprint();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // A broken folder is left alone: another JVM may be about to replace it, and a third to load what it put
            // there.
            var folder = root.resolve(attempt == 0 ? name : name + "-" + attempt);
            if (isWhole(folder, jar)) return folder;
            if (!Files.exists(folder)) put(folder, jar);
            if (isWhole(folder, jar)) return folder;
        }
        throw new IOException(root.resolve(name) + " and others beside it do not hold what was written to them");
    }

    private void put(Path folder, NativeJar jar) throws IOException {
        Files.createDirectories(root);
        sweep();
        var fresh = Files.createTempDirectory(root, UNPACKING);
        try {
            unpack(jar, fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(folder)) throw e; // else another JVM was faster
        } finally {
            delete(fresh);
        }
    }

    /** A half-written or truncated library is a crash in waiting; the size tells. */
    private static boolean isWhole(Path folder, NativeJar jar) throws IOException {
        for (var entry : jar.entries().entrySet()) {
            var file = folder.resolve(entry.getKey());
            if (!Files.isRegularFile(file)
                    || Files.size(file) != entry.getValue().bytes()) return false;
        }
        return true;
    }

    static void unpack(NativeJar jar, Path folder) throws IOException {
        for (var entry : jar.entries().entrySet()) {
            var connection = entry.getValue().url().openConnection();
            connection.setUseCaches(false);
            try (var in = connection.getInputStream()) {
                Files.copy(in, folder.resolve(entry.getKey()));
            }
        }
    }

    /** Deletes what JVMs that were killed while unpacking have left. */
    private void sweep() throws IOException {
        var old = Instant.now().minus(Duration.ofHours(1));
        try (var left = Files.newDirectoryStream(root, UNPACKING + "*")) {
            for (var folder : left) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) delete(folder);
            }
        } catch (NoSuchFileException e) {
            // its JVM was not killed, and has just finished
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
