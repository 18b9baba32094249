package flambeau.onednn;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jar with oneDNN's native libraries.
 *
 * @param entries where each library is, and what it looks like when unpacked
 */
record NativeJar(Map<String, Entry> entries) {
    /** One library: its address in the jar, its size, and a checksum or 0. */
    record Entry(URL url, long bytes, long crc) {}

    /** Looks on the class path, then among the jars of the module path and beside Flambeau's own; null if it is nowhere. */
    static @Nullable NativeJar find(Platform platform) {
        var resource = platform.folder() + platform.dnnl();
        for (var loader : loaders()) {
            var url = loader.getResource(resource);
            if (url != null) return read(platform, url);
        }
        // On the module path the native jar is a module that nobody requires, and so is not resolved.
        for (var jar : jars(platform)) {
            var url = inJar(jar, resource);
            if (url != null) return read(platform, url);
        }
        return null;
    }

    private static List<ClassLoader> loaders() {
        return Stream.of(
                        NativeJar.class.getClassLoader(),
                        Thread.currentThread().getContextClassLoader(),
                        ClassLoader.getSystemClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Path> jars(Platform platform) {
        var places = new ArrayList<Path>();
        for (var entry : System.getProperty("jdk.module.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) places.add(Path.of(entry));
        }
        var own = ownFolder();
        if (own != null) places.add(own);
        var jars = new ArrayList<Path>();
        for (var place : places) {
            if (Files.isDirectory(place)) jars.addAll(list(place));
            else jars.add(place);
        }
        jars.removeIf(jar -> !jar.getFileName().toString().matches("dnnl-.*-" + platform.name() + "\\.jar"));
        return jars;
    }

    private static @Nullable Path ownFolder() {
        var source = NativeJar.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return null;
        try {
            return Path.of(source.getLocation().toURI()).getParent();
        } catch (URISyntaxException | RuntimeException e) {
            return null; // classes that do not lie in files
        }
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static @Nullable URL inJar(Path jar, String resource) {
        try {
            var url = URI.create("jar:" + jar.toUri() + "!/" + resource).toURL();
            measure(url);
            return url;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable NativeJar read(Platform platform, URL dnnl) {
        var entries = new LinkedHashMap<String, Entry>();
        try {
            var prefix = dnnl.toString()
                    .substring(0, dnnl.toString().length() - platform.dnnl().length());
            for (var file : platform.files()) {
                entries.put(file, measure(URI.create(prefix + file).toURL()));
            }
        } catch (IOException e) {
            return null;
        }
        return new NativeJar(entries);
    }

    private static Entry measure(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false); // or the jar stays open, and on Windows locked
        long crc = 0;
        if (connection instanceof JarURLConnection jar) {
            try (var _ = jar.getJarFile()) {
                crc = jar.getJarEntry().getCrc();
                return new Entry(url, jar.getJarEntry().getSize(), crc);
            }
        }
        return new Entry(url, connection.getContentLengthLong(), crc);
    }

    /** A name that another version, or another build of the same version, does not have. */
    String fingerprint() {
        long h = 0;
        for (var entry : entries.values()) h = (h * 31 + entry.bytes) * 31 + entry.crc;
        return Long.toHexString(h);
    }
}
