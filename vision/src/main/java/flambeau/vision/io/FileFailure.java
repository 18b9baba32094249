package flambeau.vision.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Failures with messages of the form {@code FILE: is cut off}. Java's own often are the name alone, or lack it. */
public final class FileFailure {
    private FileFailure() {}

    /** The failure {@code e} to read or write {@code file}, in words. */
    public static IOException of(Path file, IOException e) {
        var failure = switch (e) {
            case NoSuchFileException _ -> new NoSuchFileException(file.toString(), null, "does not exist");
            case AccessDeniedException _ -> new AccessDeniedException(file.toString(), null, "may not be accessed");
            case FileSystemException f
            when f.getReason() != null -> new FileSystemException(file.toString(), null, f.getReason());
            case EOFException _ -> new IOException(file + ": is cut off");
            case ZipException _ -> new IOException(file + ": is damaged: " + e.getMessage());
            default -> new IOException(file + ": " + e.getMessage());
        };
        failure.initCause(e);
        return failure;
    }
}
