import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Formats the Java files of the tree, or with {@code true} as the first argument only names those that are not formatted.
 *
 * <p>The build starts it from source on the toolchain's JDK: the JDK that runs Maven may be too old to parse the files.
 */
final class Format {
    /** Four spaces, 120 columns; Javadoc is left as it is. */
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private static final Set<String> SKIPPED =
            Set.of("target", "resources", "programs"); // it cannot read compact sources

    static void main(String[] args) throws IOException {
        boolean check = Boolean.parseBoolean(args[0]);
        var root = Path.of(args[1]);
        var memory = root.resolve("target/formatted");
        // What was found formatted before is recognised by its digest and costs nothing again.
        Set<String> known = Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : Set.of();
        var formatted = new ConcurrentSkipListSet<String>();
        var complaints = new ConcurrentSkipListSet<String>();
        sources(root).parallelStream().forEach(file -> {
            try {
                String before = Files.readString(file);
                String digest = digest(before);
                if (known.contains(digest)) {
                    formatted.add(digest);
                    return;
                }
                String after = FORMATTER.formatSourceAndFixImports(before);
                if (after.equals(before)) {
                    formatted.add(digest);
                } else if (check) {
                    complaints.add(root.relativize(file) + ": not formatted, any build without -Dformat.check does it");
                } else {
                    Files.writeString(file, after);
                    formatted.add(digest(after));
                }
            } catch (FormatterException e) {
                complaints.add(root.relativize(file) + ":" + e.getMessage());
            } catch (IOException e) {
                complaints.add(root.relativize(file) + ": " + e);
            }
        });
        if (!formatted.equals(known)) {
            Files.createDirectories(memory.getParent());
            Files.write(memory, formatted);
        }
        complaints.forEach(System.err::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    private static List<Path> sources(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs) {
                var name = dir.getFileName().toString();
                boolean enter = dir.equals(root) || !SKIPPED.contains(name) && !name.startsWith(".");
                return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attrs) {
                if (file.toString().endsWith(".java")) found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
