package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void aFailureNamesThePrimitiveAndTheReason() {
        var failure = assertThrows(IllegalStateException.class, () -> Status.check(1, "matmul [2, 3] * [3, 4]"));
        assertEquals("onednn: matmul [2, 3] * [3, 4] failed: out of memory", failure.getMessage());
    }

    @Test
    void anUnknownCodeIsNamedByItsNumber() {
        var failure = assertThrows(IllegalStateException.class, () -> Status.check(99, "sum"));
        assertEquals("onednn: sum failed: status 99", failure.getMessage());
    }

    @Test
    void successIsSilent() {
        assertDoesNotThrow(() -> Status.check(0, "sum"));
    }
}
