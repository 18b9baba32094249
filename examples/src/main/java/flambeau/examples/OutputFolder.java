package flambeau.examples;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where a program's files go: all of them at its end, or none. Until then they lie in a folder within, which goes when the program
 * fails or is interrupted.
 */
final class OutputFolder implements AutoCloseable {
    /** Writes a file. */
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    private final Path folder;
    private final Path unfinished;
    private final List<String> written = new ArrayList<>();
    private final List<Path> made = new ArrayList<>(); // the folders that were not there, the outermost first
    private final ReentrantLock work = new ReentrantLock();
    private final Thread atExit = new Thread(() -> {
        work.lock(); // for good: nothing more is to be written
        clear();
    });

    /**
     * Makes the folder, and tries that it can be written to.
     *
     * @param names the files that will be there
     * @throws IOException if it cannot, or a folder has one of the names
     */
    OutputFolder(Path folder, List<String> names) throws IOException {
        this.folder = folder;
        try {
            makeFolders(folder.toAbsolutePath().normalize());
            unfinished = Files.createTempDirectory(folder, ".unfinished");
        } catch (IOException e) {
            made.reversed().forEach(OutputFolder::delete);
            throw refused(folder, e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        for (var name : names) {
            if (!Files.isDirectory(file(name))) continue;
            close();
            throw refused(file(name), new IOException("it is a folder"));
        }
    }

    private void makeFolders(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) return;
        if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) throw new IOException(wanted + " is no folder");
        if (wanted.getParent() != null) makeFolders(wanted.getParent());
        Files.createDirectory(wanted);
        made.add(wanted);
    }

    private static IOException refused(Path file, IOException e) {
        var first = e.getCause() instanceof IOException cause ? cause : e;
        var reason = first instanceof FileSystemException f ? f.getReason() : first.getMessage();
        return new IOException(file + ": cannot be written" + (reason == null ? "" : ": " + reason), e);
    }

    /** Where a file is to be found in the end. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file that has its place after {@link #finish}. */
    void write(String name, Content content) throws IOException {
        work.lock();
        try {
            content.writeTo(unfinished.resolve(name));
            written.add(name);
        } catch (IOException e) {
            throw refused(file(name), e);
        } finally {
            work.unlock();
        }
    }

    /** Gives the files that were written their place; they replace older ones. */
    void finish() throws IOException {
        work.lock();
        try {
            for (var name : written) Files.move(unfinished.resolve(name), file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused(folder, e);
        } finally {
            work.unlock();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            return; // the program is being interrupted, and the hook at work
        }
        clear();
    }

    private void clear() {
        try (var files = Files.list(unfinished)) {
            files.forEach(OutputFolder::delete);
        } catch (IOException _) {
            return; // it was removed by somebody else
        }
        delete(unfinished);
        made.reversed().forEach(OutputFolder::delete);
    }

    /** Deletes a file, or a folder if it is empty. */
    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            return; // it is in use, or a folder with files
        }
    }
}
