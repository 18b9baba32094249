package flambeau.io;

import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.scope;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the folder after a file was saved, or could not be. */
class SavedFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("net.safetensors");
    }

    private Tensor saved(Tensor x) throws IOException {
        Safetensors.save(Map.of("x", x), file);
        return Safetensors.load(file).get("x");
    }

    @Test
    void aNewFileReplacesTheOldOne() throws IOException {
        saved(ones(1000));
        assertEquals(3.0, saved(tensor(3.0)).item());
        assertOnlyTheFile();
    }

    @Test
    void afterAFailureTheOldFileIsThereAndNothingElse() throws IOException {
        saved(tensor(1.0));
        Tensor gone;
        try (var _ = scope()) {
            gone = ones(3);
        }
        assertThrows(IllegalStateException.class, () -> Safetensors.save(Map.of("x", gone), file));
        assertEquals(1.0, Safetensors.load(file).get("x").item());
        assertOnlyTheFile();
    }

    @Test
    void aFileCanBeReadByWhomNewFilesCanBeRead() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        saved(ones(1));
        var plain = Files.createFile(folder.resolve("plain"));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), file);
        saved(tensor(1.0));
        Safetensors.save(Map.of("x", tensor(2.0)), link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(2.0, Safetensors.load(file).get("x").item());
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefused() throws IOException {
        var x = Map.of("x", ones(1));
        var e = assertThrows(FileSystemException.class, () -> Safetensors.save(x, folder));
        assertEquals(folder + ": is a folder, not a file", e.getMessage());
        var inNoFolder = folder.resolve("none").resolve("net.safetensors");
        e = assertThrows(NoSuchFileException.class, () -> Safetensors.save(x, inNoFolder));
        assertEquals(inNoFolder + ": there is no folder " + folder.resolve("none"), e.getMessage());
        saved(ones(1));
        var inAFile = file.resolve("net.safetensors");
        e = assertThrows(NoSuchFileException.class, () -> Safetensors.save(x, inAFile));
        assertEquals(inAFile + ": there is no folder " + file, e.getMessage());
        assertOnlyTheFile();
    }

    @Test
    void aFolderWithoutWritePermissionIsRefused() throws IOException {
        var locked = Files.createDirectory(folder.resolve("locked"));
        Assumptions.assumeTrue(
                locked.toFile().setWritable(false) && !Files.isWritable(locked), "the superuser may write");
        var path = locked.resolve("net.safetensors");
        var e = assertThrows(IOException.class, () -> Safetensors.save(Map.of("x", ones(1)), path));
        assertEquals(path + ": its folder cannot be written to", e.getMessage());
    }

    @Test
    void whatIsNotThereIsNotRead() {
        var e = assertThrows(NoSuchFileException.class, () -> Safetensors.load(file));
        assertEquals(file + ": there is no such file", e.getMessage());
        var notAFile = assertThrows(FileSystemException.class, () -> Safetensors.metadata(folder));
        assertEquals(folder + ": is a folder, not a file", notAFile.getMessage());
    }

    @Test
    void namesThatCannotBeWrittenAreRefused() {
        assertRefused("save: a tensor must not be named __metadata__", Map.of("__metadata__", ones(1)));
        assertRefused("save: a name or text has half a character", Map.of("\ud83d", ones(1)));
        var withNull = new LinkedHashMap<String, Tensor>();
        withNull.put("x", null);
        assertRefused("save: tensor \"x\" must not be null", withNull);
        assertFalse(Files.exists(file));
    }

    private void assertRefused(String message, Map<String, Tensor> tensors) {
        var e = assertThrows(IllegalArgumentException.class, () -> Safetensors.save(tensors, file));
        assertEquals(message, e.getMessage());
    }

    private void assertOnlyTheFile() throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
