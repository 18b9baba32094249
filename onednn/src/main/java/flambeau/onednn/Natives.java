package flambeau.onednn;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * oneDNN's native libraries, or one sentence why there are none. Without them Flambeau works, with the Java kernels.
 *
 * <p>{@code -Dflambeau.onednn=off} leaves them alone; {@code -Dflambeau.onednn.dir=DIR} names a folder that holds them
 * unpacked.
 */
sealed interface Natives {
    /** The symbols of both libraries. */
    record Loaded(SymbolLookup openMp, SymbolLookup dnnl) implements Natives {}

    /** No libraries, and why: the end of a sentence. */
    record Missing(String why) implements Natives {}

    /** Finds, unpacks and loads; called once a process, by {@link Dnnl}. Never throws. */
    static Natives load() {
        if (System.getProperty("flambeau.onednn", "").equals("off")) {
            return new Missing("it is switched off by -Dflambeau.onednn=off");
        }
        var platform = Platform.current();
        try {
            var given = System.getProperty("flambeau.onednn.dir");
            return given != null ? open(platform, Path.of(given)) : unpackAndOpen(platform);
        } catch (IOException | RuntimeException | LinkageError e) {
            return new Missing("its libraries for " + platform.name() + " cannot be loaded: " + e);
        }
    }

    private static Natives unpackAndOpen(Platform platform) throws IOException {
        var jar = NativeJar.find(platform);
        if (jar == null) {
            return new Missing("its libraries for " + platform.name()
                    + " (org.bytedeco:dnnl with that classifier) are neither on the class path nor on the module path");
        }
        var cache = NativeCache.ofUser(System.getenv());
        if (cache != null) {
            try {
                return open(platform, cache.unpacked(platform, jar));
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                // A home that cannot be written, or not be loaded from: a folder for this process alone has to do.
            }
        }
        var folder = Files.createTempDirectory("flambeau-dnnl-");
        try {
            NativeCache.unpack(jar, folder);
            return open(platform, folder);
        } finally {
            discard(folder);
        }
    }

    private static Natives open(Platform platform, Path folder) {
        // OpenMP first: oneDNN then finds it loaded, wherever it would have looked for it.
        var openMp = platform.bundled()
                ? SymbolLookup.libraryLookup(folder.resolve(platform.openMp()), Arena.global())
                : SymbolLookup.libraryLookup(platform.openMp(), Arena.global());
        var dnnl = SymbolLookup.libraryLookup(folder.resolve(platform.dnnl()), Arena.global());
        if (openMp.find("omp_set_num_threads").isEmpty()
                || dnnl.find("dnnl_memory_desc_create_with_strides").isEmpty()) {
            return new Missing("the libraries in " + folder + " are not oneDNN 3 and OpenMP");
        }
        return new Loaded(openMp, dnnl);
    }

    private static void discard(Path folder) {
        try {
            NativeCache.delete(folder); // what is loaded stays, only the names go
        } catch (IOException windows) { // which keeps the file of a loaded library
            folder.toFile().deleteOnExit();
            var files = folder.toFile().listFiles();
            if (files != null) for (var file : files) file.deleteOnExit();
        }
    }
}
