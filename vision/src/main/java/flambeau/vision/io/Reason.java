package flambeau.vision.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;

/** Why a file could not be read or written, in words that complete "FILE ..": Java's messages often are the path alone. */
public final class Reason {
    private Reason() {}

    /** The words for {@code e}, as "does not exist". */
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "does not exist";
            case AccessDeniedException _ -> "may not be accessed";
            case NotDirectoryException _ -> "is no folder";
            case EOFException _ -> "is cut off";
            case ZipException z -> "is damaged: " + z.getMessage();
            case FileSystemException f when f.getReason() != null -> "cannot be used: " + f.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
