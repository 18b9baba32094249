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

    /** No libraries, and why. */
    record Missing(String why) implements Natives {}

    /** Finds, unpacks and loads; called once a process, by {@link Dnnl}. Never throws. */
    static Natives load() {
        if (System.getProperty("flambeau.onednn", "").equals("off")) {
            return new Missing("oneDNN is switched off by -Dflambeau.onednn=off");
        }
        var platform = Platform.current();
        try {
            var given = System.getProperty("flambeau.onednn.dir");
            return given != null ? open(platform, Path.of(given)) : unpackAndOpen(platform);
        } catch (IOException | RuntimeException | LinkageError e) {
            return new Missing("oneDNN for " + platform.name() + " cannot be loaded: " + e);
        }
    }

    private static Natives unpackAndOpen(Platform platform) throws IOException {
        var jar = NativeJar.find(platform);
        if (jar == null) {
            return new Missing("oneDNN for " + platform.name()
                    + " is neither on the class path nor on the module path (org.bytedeco:dnnl with that classifier)");
        }
        var cache = NativeCache.ofUser(System.getenv());
        if (cache != null) {
            try {
                return open(platform, cache.unpacked(platform, jar));
            } catch (IOException | UnsupportedOperationException e) {
                // A home that cannot be written, as in a container: a folder for this process alone has to do.
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
