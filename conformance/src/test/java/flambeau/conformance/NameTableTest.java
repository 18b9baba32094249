package flambeau.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NameTableTest {
    @Test
    void thePageIsUpToDate() throws IOException {
        assertEquals(
                NameTable.text(),
                Files.readString(Path.of("../docs/pytorch.md")),
                "make it again: ./flambeau conformance --names docs/pytorch.md");
    }

    @Test
    void optionsAndOverloadsAreShown() {
        assertTrue(NameTable.text().contains("`x.sum(int along)`<br>`x.sum([dim, dtype, keepdim])`"));
    }

    @Test
    void whatIsNotThereIsADash() {
        assertTrue(NameTable.text().contains("| `nn.LinearCrossEntropyLoss"));
    }
}
