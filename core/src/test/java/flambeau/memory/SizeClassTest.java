package flambeau.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SizeClassTest {
    @Test
    void aBlockHoldsWhatItsClassIsChosenFor() {
        for (long bytes = 0; bytes < 100_000; bytes++) check(bytes);
        for (int log = 12; log < 61; log++) for (int d = -70; d <= 70; d++) check((1L << log) + d);
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) check(random.nextLong(1L << 1 + random.nextInt(60)));
        check(SizeClass.LARGEST);
    }

    private static void check(long bytes) {
        int sizeClass = SizeClass.of(bytes);
        long size = SizeClass.bytes(sizeClass);
        assertTrue(size >= bytes, () -> bytes + " does not fit into " + size);
        assertTrue(sizeClass >= 0 && sizeClass < SizeClass.COUNT, () -> "class of " + bytes);
        if (sizeClass > 0)
            assertTrue(SizeClass.bytes(sizeClass - 1) < bytes, () -> bytes + " fits into a smaller class");
    }

    @Test
    void atMostAFifthOfABlockIsUnused() {
        for (int i = 1; i < SizeClass.COUNT; i++) {
            long unused = SizeClass.bytes(i) - SizeClass.bytes(i - 1) - 1;
            assertTrue(unused * 5 <= SizeClass.bytes(i), "class " + i);
        }
    }

    @Test
    void classesGrowInFourStepsToEachPowerOfTwo() {
        assertEquals(4096, SizeClass.bytes(0));
        assertEquals(5120, SizeClass.bytes(1));
        assertEquals(8192, SizeClass.bytes(4));
        assertEquals(0, SizeClass.of(0));
    }
}
