package flambeau.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file that breaks a rule of the safetensors format. The message names the file and the rule. */
public final class SafetensorsException extends IOException {
    private static final long serialVersionUID = 1;

    SafetensorsException(Path file, String rule) {
        super(file + ": " + rule);
    }

    SafetensorsException(Path file, String rule, Throwable cause) {
        super(file + ": " + rule, cause);
    }
}
