package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CacheTest {
    private final AtomicInteger made = new AtomicInteger();

    private String get(Cache<String> cache, long number) {
        return cache.get(new Key("test", number), () -> {
            made.incrementAndGet();
            return "value " + number;
        });
    }

    @Test
    void makesAValueOnce() {
        var cache = new Cache<String>(8);
        assertEquals("value 1", get(cache, 1));
        assertEquals("value 1", get(cache, 1));
        assertEquals(1, made.get());
    }

    @Test
    void remembersThatThereIsNothing() {
        var cache = new Cache<String>(8);
        for (int i = 0; i < 3; i++) {
            assertNull(cache.get(new Key("none"), () -> {
                made.incrementAndGet();
                return null;
            }));
        }
        assertEquals(1, made.get());
    }

    @Test
    void staysSmallAndKeepsWhatIsUsed() {
        var cache = new Cache<String>(8);
        for (int i = 0; i < 100; i++) {
            get(cache, i);
            get(cache, 0);
        }
        assertTrue(cache.size() <= 8);
        assertEquals(100, made.get());
    }

    @Test
    void keysDifferByOperationAndNumbers() {
        assertEquals(new Key("a", 1, 2), new Key("a", 1, 2));
        assertEquals(
                4,
                IntStream.range(0, 4)
                        .mapToObj(i -> new Key(i < 2 ? "a" : "b", 1, i % 2))
                        .distinct()
                        .count());
    }

    @Test
    void manyThreadsGetTheSameValue() throws Exception {
        var cache = new Cache<String>(8);
        try (var pool = Executors.newFixedThreadPool(16)) {
            var tasks = IntStream.range(0, 16)
                    .mapToObj(_ -> pool.submit(() -> get(cache, 7)))
                    .toList();
            for (var task : tasks) assertEquals("value 7", task.get());
        }
        assertEquals(1, made.get());
    }
}
