package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
    private static final Platform PLATFORM = Platform.of("Linux", "amd64");

    @TempDir
    Path folder;

    private NativeJar jar() throws IOException {
        var file = folder.resolve("in-the-jar");
        Files.writeString(file, "a library");
        return new NativeJar(
                Map.of(PLATFORM.dnnl(), new NativeJar.Entry(file.toUri().toURL(), Files.size(file), 7)));
    }

    @Test
    void unpacksOnceAndThenFindsIt() throws IOException {
        var cache = new NativeCache(folder.resolve("cache"));
        var first = cache.unpacked(PLATFORM, jar());
        var modified = Files.getLastModifiedTime(first.resolve(PLATFORM.dnnl()));
        assertEquals(first, cache.unpacked(PLATFORM, jar()));
        assertEquals(modified, Files.getLastModifiedTime(first.resolve(PLATFORM.dnnl())));
    }

    @Test
    void aTruncatedOrMissingLibraryIsUnpackedAgain() throws IOException {
        var cache = new NativeCache(folder.resolve("cache"));
        for (int round = 0; round < 3; round++) {
            var library = cache.unpacked(PLATFORM, jar()).resolve(PLATFORM.dnnl());
            assertEquals("a library", Files.readString(library));
            if (round == 1) Files.delete(library);
            else Files.writeString(library, "a lib");
        }
    }

    @Test
    void manyMayUnpackAtOnceIntoAnEmptyOrABrokenCache() throws Exception {
        var jar = jar();
        for (int round = 0; round < 20; round++) {
            var root = folder.resolve("cache" + round / 2);
            try (var pool = Executors.newFixedThreadPool(8)) {
                var tasks = IntStream.range(0, 8)
                        .mapToObj(_ -> pool.submit(() -> new NativeCache(root).unpacked(PLATFORM, jar)))
                        .toList();
                for (var task : tasks) {
                    assertEquals("a library", Files.readString(task.get().resolve(PLATFORM.dnnl())));
                }
                try (var left = Files.list(root)) {
                    assertEquals(1 + round % 2, left.count(), "nothing half-done is left behind");
                }
                Files.writeString(tasks.getFirst().get().resolve(PLATFORM.dnnl()), "a lib");
            }
        }
    }

    @Test
    void aRootThatIsAFileIsAnIOException() throws IOException {
        var jar = jar();
        var file = folder.resolve("in-the-jar");
        assertThrows(IOException.class, () -> new NativeCache(file).unpacked(PLATFORM, jar));
    }

    @Test
    void platformsHaveTheNamesOfTheJars() {
        assertEquals("linux-x86_64", Platform.of("Linux", "amd64").name());
        assertEquals("linux-arm64", Platform.of("Linux", "aarch64").name());
        assertEquals("macosx-arm64", Platform.of("Mac OS X", "aarch64").name());
        assertEquals("macosx-x86_64", Platform.of("Mac OS X", "x86_64").name());
        assertEquals("windows-x86_64", Platform.of("Windows 11", "amd64").name());
    }
}
