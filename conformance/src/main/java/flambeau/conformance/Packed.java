package flambeau.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The cases that the repository carries: all families in one zip file, tensors in {@link Planes}. */
final class Packed implements Source {
    private static final String RESOURCE = "cases.zip", CASES = ".json", TENSORS = ".planes";
    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /** Reads the packaged cases. */
    Packed() throws IOException {
        try (var in = new ZipInputStream(Objects.requireNonNull(Packed.class.getResourceAsStream(RESOURCE)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), in.readAllBytes());
        }
    }

    @Override
    public List<String> families() {
        var all = new ArrayList<String>();
        for (var name : files.keySet())
            if (name.endsWith(CASES)) all.add(name.substring(0, name.length() - CASES.length()));
        return all;
    }

    @Override
    public Family read(String name) throws IOException {
        return Family.read(name, file(name + CASES), Planes.restore(file(name + TENSORS)));
    }

    private byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Packs the families of a folder. */
    static void pack(Path folder, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (var name : Source.of(folder).families()) {
                put(out, name + CASES, Files.readAllBytes(folder.resolve(name + ".json")));
                put(out, name + TENSORS, Planes.sort(Files.readAllBytes(folder.resolve(name + ".safetensors"))));
            }
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(SOME_TIME);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
