package flambeau.conformance;

import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {
    private static final String EXP = "'inputs': {'input': {'tensor': 'zero'}}, 'expected': {'tensor': 'one'}";
    private static final String WRONG = "'inputs': {'input': {'tensor': 'zero'}}, 'expected': {'tensor': 'two'}";

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = new Folder(path)
                .with("zero", tensor(0.0, 0.0))
                .with("one", tensor(1.0, 1.0))
                .with("two", tensor(1.0, 2.0));
    }

    @Test
    void statusIs0IfAllPass() throws IOException {
        assertEquals(0, folder.with("a", "tensor", "torch.exp", EXP).run());
        assertTrue(folder.out.toString().endsWith("1 passed, 0 failed%n".formatted()));
    }

    @Test
    void statusIs1IfOneFails() throws IOException {
        folder.with("a", "tensor", "torch.exp", EXP).with("b", "tensor", "torch.exp", WRONG);
        assertEquals(1, folder.run());
        assertEquals("""
            API         cases  passed  failed
            torch.exp       2       1       1
            1 passed, 1 failed
            """, folder.out.toString().replace("\r", ""));
    }

    @Test
    void reportHasALineForEachCase() throws IOException {
        folder.with("a", "tensor", "torch.exp", EXP).with("b", "tensor", "torch.exp", WRONG);
        folder.run("--report", path.resolve("r").toString());
        assertEquals(
                List.of("a\tok", "b\tresult: at [1] expected 2.0, got 1.0 (1 of 2 differ)"),
                Files.readAllLines(path.resolve("r")));
    }

    @Test
    void onlyTakesAGlob() throws IOException {
        folder.with("a", "tensor", "torch.exp", EXP).with("b", "tensor", "torch.relu", WRONG);
        assertEquals(0, folder.run("--only", "*.ex?"));
    }

    @Test
    void kindAndDtypeSelect() throws IOException {
        folder.with("a", "tensor", "torch.exp", EXP).with("b", "functional", "torch.exp", WRONG);
        assertEquals(0, folder.run("--kind", "tensor,rng", "--dtype", "float32"));
        assertEquals(2, folder.run("--dtype", "float64"));
    }

    @Test
    void aMissingFolderIsOneLineAndStatus2() {
        assertEquals(2, folder.run(List.of("/no/such/folder")));
        assertTrue(folder.err.toString().contains("no such folder: /no/such/folder"));
    }

    @Test
    void aFolderWithoutCasesIsStatus2() {
        assertEquals(2, folder.run(List.of(path.toString())));
    }

    @Test
    void aBrokenFileIsStatus2() throws IOException {
        Files.writeString(path.resolve("some.json"), "{");
        Files.writeString(path.resolve("some.safetensors"), "");
        assertEquals(2, folder.run(List.of(path.toString())));
        assertTrue(folder.err.toString().contains("some.json is no JSON"), folder.err.toString());
    }
}
