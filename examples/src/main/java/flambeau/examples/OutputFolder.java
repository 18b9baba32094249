package flambeau.examples;

import flambeau.vision.io.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a program's files go: all of them at its end, or none. Until then they lie in a folder within, which goes when the program
 * fails or is interrupted.
 */
final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final Path unfinished;
    private final List<Path> made = new ArrayList<>(); // the folders that were not there, the outermost first
    private final Thread atExit = new Thread(this::clear);

    /**
     * Makes the folder, and tries that it can be written to.
     *
     * @param names the files that will be there
     * @throws IOException if it cannot, or a folder has one of the names
     */
    OutputFolder(Path folder, List<String> names) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            makeFolders(this.folder);
            unfinished = Files.createTempDirectory(this.folder, ".unfinished");
        } catch (IOException e) {
            made.reversed().forEach(OutputFolder::deleteIfEmpty);
            throw FileFailure.of(folder, e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        for (var name : names) {
            if (!Files.isDirectory(this.folder.resolve(name))) continue;
            close();
            throw new IOException(folder.resolve(name) + ": is a folder, a file of this name is to be written");
        }
    }

    private void makeFolders(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) return;
        if (Files.exists(wanted, LinkOption.NOFOLLOW_LINKS)) throw new IOException("is no folder");
        if (wanted.getParent() != null) makeFolders(wanted.getParent());
        Files.createDirectory(wanted);
        made.add(wanted);
    }

    /** Where a file is to be written for now. */
    Path unfinished(String name) {
        return unfinished.resolve(name);
    }

    /** Where a file is to be found in the end. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Gives the files that were written their place; they replace older ones. */
    void finish(List<String> names) throws IOException {
        for (var name : names) {
            try {
                Files.move(unfinished(name), file(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw FileFailure.of(file(name), e);
            }
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
            files.forEach(OutputFolder::deleteIfEmpty);
        } catch (IOException _) {
            return; // nobody could do anything about it
        }
        deleteIfEmpty(unfinished);
        made.reversed().forEach(OutputFolder::deleteIfEmpty);
    }

    /** Deletes a file, or a folder without files. */
    private static void deleteIfEmpty(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            return; // it is in use
        }
    }
}
