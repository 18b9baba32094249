package flambeau.memory;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final Pool POOL = Pool.GLOBAL;
    private static final int MANY = 3_333_333; // bytes; no other test has this size class in use

    @AfterEach
    void noCap() {
        POOL.setCap(Long.MAX_VALUE);
    }

    @Test
    void aReleasedBlockIsUsedAgain() {
        var first = POOL.allocate(MANY);
        long address = first.address();
        first.release();
        var second = POOL.allocate(MANY - 1000);
        assertEquals(address, second.address());
        second.release();
    }

    @Test
    void twoLiveStoragesNeverOverlap() {
        var all = new ArrayList<Storage>();
        for (int i = 0; i < 300; i++) all.add(POOL.allocate(i * 37L % 9000));
        all.sort((a, b) -> Long.compare(a.address(), b.address()));
        for (int i = 1; i < all.size(); i++) {
            var before = all.get(i - 1);
            assertTrue(before.address() + before.bytes() <= all.get(i).address(), "storage " + i);
        }
    }

    @Test
    void everyStorageIsAligned() {
        for (long bytes : new long[] {0, 1, 63, 64, 65, 4096, 4097, 100_000, MANY}) {
            var storage = POOL.allocate(bytes);
            assertEquals(0, storage.address() % Native.ALIGNMENT, bytes + " bytes");
            assertEquals(bytes, storage.bytes());
        }
    }

    @Test
    void theEbbFindsWhatAFullCollectionInTheMidstMadeOld() {
        POOL.ebb();
        var activations = new ArrayList<Storage>();
        for (int i = 0; i < 30; i++) activations.add(POOL.allocate(MANY));
        POOL.collect();
        long high = POOL.usage().live();
        assertEquals(30, activations.size());
        activations.clear();
        POOL.ebb();
        assertTrue(POOL.usage().live() <= high - 29L * MANY, POOL.usage() + " after " + high);
    }

    @Test
    void aReleasedStorageRefusesItsAddress() {
        for (long bytes : new long[] {8, MANY}) {
            var storage = POOL.allocate(bytes);
            storage.release();
            storage.release(); // a second time does nothing
            var thrown = assertThrows(IllegalStateException.class, storage::address);
            assertEquals("tensor: its memory was given back by the operation that it was lent to", thrown.getMessage());
        }
    }

    @Test
    void smallStoragesShareASlab() {
        Set<Long> blocks = new HashSet<>();
        for (int i = 0; i < 256; i++) blocks.add(POOL.allocate(100).address() / Slab.BYTES);
        assertTrue(blocks.size() <= 256 * 128 / Slab.BYTES + 3, "blocks: " + blocks.size());
    }

    @Test
    void whatNobodyHoldsComesBackAfterACollection() {
        POOL.collect();
        long before = POOL.usage().live();
        for (int i = 0; i < 5; i++) POOL.allocate(MANY);
        for (int i = 0; i < 2000; i++) POOL.allocate(1000);
        assertTrue(POOL.usage().live() >= before + 5L * MANY);
        for (int i = 0; i < 20 && POOL.usage().live() > before + 200_000; i++) POOL.collect();
        assertTrue(
                POOL.usage().live() <= before + 200_000,
                () -> "live: " + POOL.usage().live() + ", before " + before);
    }

    @Test
    void whatSomebodyHoldsStays() {
        var held = POOL.allocate(MANY);
        var small = POOL.allocate(8);
        Native.ALL.set(ValueLayout.JAVA_LONG, small.address(), 42);
        Native.ALL.set(ValueLayout.JAVA_LONG, held.address(), 43);
        for (int i = 0; i < 3; i++) {
            POOL.collect();
            for (int j = 0; j < 100; j++) {
                POOL.allocate(MANY).release();
                var other = POOL.allocate(4000);
                Native.ALL.asSlice(other.address(), 4000).fill((byte) -1);
            }
        }
        assertEquals(42, Native.ALL.get(ValueLayout.JAVA_LONG, small.address()));
        assertEquals(43, Native.ALL.get(ValueLayout.JAVA_LONG, held.address()));
        Reference.reachabilityFence(held);
        Reference.reachabilityFence(small);
    }

    @Test
    void usageCountsWhatIsLiveAndWhatIsCached() {
        var storage = POOL.allocate(MANY);
        long size = SizeClass.bytes(SizeClass.of(MANY));
        var before = POOL.usage();
        storage.release();
        var after = POOL.usage();
        assertEquals(before.live() - size, after.live());
        assertEquals(before.cached() + size, after.cached());
        assertTrue(after.peak() >= before.live() + before.cached());
        POOL.trim();
        assertEquals(0, POOL.usage().cached());
    }

    @Test
    void theCapIsKept() {
        POOL.collect();
        POOL.trim();
        long live = POOL.usage().live();
        POOL.setCap(live + (16 << 20));
        var held = POOL.allocate(10 << 20);
        var error = assertThrows(OutOfMemoryError.class, () -> POOL.allocate(10 << 20));
        assertTrue(
                error.getMessage().matches("tensor: 10,485,760 bytes asked, [0-9,]+ in use, [0-9,]+ allowed"),
                error.getMessage());
        held.release();
        assertDoesNotThrow(() -> POOL.allocate(10 << 20).release());
    }

    @Test
    void theCapFindsGarbageBeforeItRefuses() {
        POOL.collect();
        POOL.trim();
        POOL.setCap(POOL.usage().live() + (16 << 20));
        for (int i = 0; i < 20; i++) POOL.allocate(9 << 20);
    }

    @Test
    void anImpossibleSizeIsAnError() {
        for (long bytes : new long[] {1L << 60, Long.MAX_VALUE}) {
            var error = assertThrows(OutOfMemoryError.class, () -> POOL.allocate(bytes));
            assertTrue(error.getMessage().endsWith("in use, no more by the system allowed"), error.getMessage());
        }
        var thrown = assertThrows(IllegalArgumentException.class, () -> POOL.setCap(0));
        assertEquals("setCap: the cap must be positive, got 0", thrown.getMessage());
    }

    @Test
    void threadsAllocateAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = IntStream.range(0, 4)
                    .mapToObj(t -> threads.submit(() -> work(t + 1)))
                    .toList();
            for (var each : done) each.get();
        }
    }

    private static void work(int mark) {
        for (int i = 0; i < 2000; i++) {
            long bytes = i % 3 == 0 ? 5000 + i : 8 * (i % 400 + 1);
            var storage = POOL.allocate(bytes);
            var memory = Native.ALL.asSlice(storage.address(), bytes);
            memory.fill((byte) mark);
            assertEquals(mark, memory.get(ValueLayout.JAVA_BYTE, bytes - 1));
            assertEquals(mark, memory.get(ValueLayout.JAVA_BYTE, 0));
            Reference.reachabilityFence(storage);
            if (i % 2 == 0) storage.release();
        }
    }

    @Test
    void theClockOrdersChanges() {
        var storage = POOL.allocate(8);
        assertEquals(0, storage.modified());
        long before = Storage.now();
        storage.touch();
        assertTrue(storage.modified() > before);
        assertEquals(storage.modified(), Storage.now());
        assertFalse(storage.isShared());
        storage.share();
        assertTrue(storage.isShared());
        assertNotEquals(0, POOL.usage().cap());
    }
}
