package flambeau.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class NurseryTest {
    @Test
    void whatDiedYoungIsFound() {
        var died = new WeakReference<>(new Object());
        assumeTrue(new Nursery().collect(), "the young generation is too large");
        assertTrue(died.refersTo(null));
    }
}
