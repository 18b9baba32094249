package flambeau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text that is printed as it grows, and written to a file: between the lines {@code <!-- begin: bench compare -->} and {@code
 * <!-- end: bench compare -->} if the file has them.
 */
final class Report {
    private static final String BEGIN = "<!-- begin: bench compare -->\n";
    private static final String END = "<!-- end: bench compare -->";

    private final @Nullable Path file;
    private final String before;
    private final String after;
    private final StringBuilder text = new StringBuilder();

    /** A report that goes to {@code file} unless that is null. */
    Report(@Nullable Path file) throws IOException {
        this.file = file;
        var old = file != null && Files.exists(file) ? Files.readString(file) : "";
        int begin = old.indexOf(BEGIN), end = old.indexOf(END);
        boolean isMarked = 0 <= begin && begin < end;
        before = isMarked ? old.substring(0, begin + BEGIN.length()) : "";
        after = isMarked ? old.substring(end) : "";
    }

    /** Adds to the text; the file has it at once. */
    void add(String more) throws IOException {
        System.out.print(more);
        text.append(more);
        if (file != null) Files.writeString(file, before + text + after);
    }
}
