package flambeau.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where cases are read from: families of files by their names. */
interface Source {
    /** The names of all families, in alphabetical order. */
    List<String> families() throws IOException;

    /** Reads the cases of a family. */
    Family read(String name) throws IOException;

    /** The pairs of files in a folder. */
    static Source of(Path folder) {
        return new Source() {
            @Override
            public List<String> families() throws IOException {
                try (var files = Files.list(folder)) {
                    return files.map(f -> f.getFileName().toString())
                            .filter(f -> f.endsWith(".json"))
                            .map(f -> f.substring(0, f.length() - ".json".length()))
                            .sorted()
                            .toList();
                }
            }

            @Override
            public Family read(String name) throws IOException {
                return Family.read(
                        name,
                        Files.readAllBytes(folder.resolve(name + ".json")),
                        Files.readAllBytes(folder.resolve(name + ".safetensors")));
            }
        };
    }
}
