package flambeau.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file that breaks a rule of its format. The message names the file and the rule. */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1;

    FileFormatException(Path file, String rule) {
        super(file + ": " + rule);
    }

    FileFormatException(Path file, String rule, Throwable cause) {
        super(file + ": " + rule, cause);
    }
}
