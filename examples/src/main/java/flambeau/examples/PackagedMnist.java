package flambeau.examples;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The part of MNIST that the examples carry: 1,000 training and 200 test images of each digit. */
final class PackagedMnist {
    private PackagedMnist() {}

    /** The folder with its files, which lies in a jar as a rule. */
    static Path folder() throws IOException {
        try {
            var readme = Objects.requireNonNull(PackagedMnist.class.getResource("mnist/README.md"))
                    .toURI();
            if (readme.getScheme().equals("jar")) open(readme);
            return Objects.requireNonNull(Path.of(readme).getParent());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens the jar, for as long as the program runs. */
    private static void open(URI resource) throws IOException {
        try {
            FileSystems.newFileSystem(resource, Map.of());
        } catch (FileSystemAlreadyExistsException _) {
            return; // it is open
        }
    }
}
