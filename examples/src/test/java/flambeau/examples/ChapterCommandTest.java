package flambeau.examples;

import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Tensors;
import flambeau.vision.io.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChapterCommandTest {
    @TempDir
    Path folder;

    private Path picture;
    private int threads;

    @BeforeEach
    void findPicture() {
        picture = new ChapterRecording("camera", 0).file();
        threads = Tensors.getNumThreads();
    }

    @AfterEach
    void restoreThreads() {
        Tensors.setNumThreads(threads);
    }

    @ParameterizedTest
    @CsvSource({
        "camera, 0", "camera, 7", "camera, 42",
        "chelsea, 0", "chelsea, 7", "chelsea, 42",
        "astronaut, 0", "astronaut, 7", "astronaut, 42"
    })
    void printsAndDrawsWhatPyTorchDoes(String name, long seed) throws Exception {
        var recording = new ChapterRecording(name, seed);
        var run = Run.chapter(recording.file(), folder, seed);
        assertEquals("", run.err());
        assertEquals(0, run.status());
        ChapterRecording.assertSame(recording.text(), run.out());
        for (var drawn : new String[] {"conv_random.png", "conv_kernel.png", "pool.png"})
            recording.assertSamePixels(drawn, folder);
    }

    @Test
    void theSeedIsZeroUnlessItIsGiven() throws Exception {
        var run = Run.chapter(picture, folder.resolve("made/out"));
        ChapterRecording.assertSame(new ChapterRecording("camera", 0).text(), run.out());
        assertTrue(Files.exists(folder.resolve("made/out/pool.png")));
    }

    @Test
    void aSeedMayBeNegative() throws Exception {
        var run = Run.chapter(picture, folder, -1);
        assertEquals("", run.err());
        assertTrue(run.out().contains("\n## 7 optimisers\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "0x7", "--seed"})
    void aSeedThatIsNoNumberIsOneLine(String seed) throws Exception {
        assertRefused(
                "Invalid value for positional parameter at index 2 (SEED): '%s' is not a long".formatted(seed),
                Run.chapter(picture, folder, seed));
    }

    @Test
    void aMissingArgumentIsOneLine() throws Exception {
        assertRefused("Missing required parameter: 'OUTDIR'", Run.chapter(picture));
        assertRefused("Missing required parameters: 'PICTURE', 'OUTDIR'", Run.chapter());
    }

    @Test
    void aMissingPictureIsOneLine() throws Exception {
        var missing = folder.resolve("no.png");
        assertRefused(missing + ": does not exist", Run.chapter(missing, folder.resolve("out")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void whatIsNoPictureIsOneLine() throws Exception {
        var text = Files.writeString(folder.resolve("text.png"), "text");
        assertRefused(text + ": is no image of a known format", Run.chapter(text, folder));
    }

    @Test
    void aPictureInColourIsOneLine() throws Exception {
        var colour = write("colour.png", 3, 8, 8);
        assertRefused(
                colour + ": must be an 8-bit grey picture, has 24 bits a pixel in 3 channels",
                Run.chapter(colour, folder));
    }

    @Test
    void aPictureThatIsTooSmallIsOneLine() throws Exception {
        var small = write("small.png", 1, 2, 9);
        assertRefused(small + ": must be at least 3 x 3 pixels, is 9 x 2", Run.chapter(small, folder));
        assertEquals(0, Run.chapter(write("least.png", 1, 3, 3), folder).status());
    }

    private Path write(String name, int... sizes) throws IOException {
        var file = folder.resolve(name);
        ImageFiles.writePng(zeros(sizes).toByte(), file);
        return file;
    }

    @Test
    void anOutputFolderThatIsAFileIsOneLine() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "text");
        assertRefused(file + ": cannot be written: " + file + " is no folder", Run.chapter(picture, file));
        assertEquals("text", Files.readString(file));
    }

    @Test
    void aFolderInTheWayIsOneLine() throws Exception {
        Files.createDirectories(folder.resolve("pool.png"));
        assertRefused(folder.resolve("pool.png") + ": cannot be written: it is a folder", Run.chapter(picture, folder));
    }

    private static void assertRefused(String message, Run run) {
        assertEquals("chapter: " + message + "\n", run.err());
        assertEquals(2, run.status());
        assertEquals("", run.out());
    }
}
