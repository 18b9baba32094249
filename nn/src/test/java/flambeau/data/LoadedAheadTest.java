package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.numWorkers;
import static flambeau.args.Args.prefetchFactor;
import static flambeau.tensor.Tensors.arange;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Loading by threads. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoadedAheadTest {
    private final Queue<Integer> loaded = new ConcurrentLinkedQueue<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Numbers that remember who loaded them. */
    private class Numbers implements Dataset<Integer> {
        @Override
        public int size() {
            return 1000;
        }

        @Override
        public Integer get(int index) {
            loaded.add(index);
            threads.add(Thread.currentThread());
            return index;
        }
    }

    private DataLoader<List<Integer>> loader(Dataset<Integer> dataset, int workers, int factor) {
        return new DataLoader<>(dataset, samples -> samples, batchSize(2), numWorkers(workers), prefetchFactor(factor));
    }

    private void awaitWorkers() throws InterruptedException {
        for (var thread : threads) assertTrue(thread.join(Duration.ofSeconds(20)), "a worker does not end");
    }

    @Test
    void batchesComeInOrder() {
        var found = new ArrayList<Integer>();
        for (var batch : loader(new Numbers(), 4, 3)) found.addAll(batch);
        assertEquals(1000, found.size());
        for (int i = 0; i < 1000; i++) assertEquals(i, found.get(i));
    }

    @Test
    void anIteratorThatIsAbandonedLoadsNoMoreThanItMayAndItsThreadsEnd() throws InterruptedException {
        var batches = loader(new Numbers(), 2, 3).iterator();
        assertTrue(batches.hasNext());
        batches.next();
        batches.next();
        batches = null;
        // A thread may not have begun yet: all eight batches that were started are loaded in the end.
        while (loaded.size() < 2 * (2 + 2 * 3)) Thread.onSpinWait();
        awaitWorkers();
        assertEquals(2 * (2 + 2 * 3), loaded.size());
    }

    @Test
    void nothingIsLoadedBeforeTheFirstBatchIsAskedFor() {
        loader(new Numbers(), 2, 2).iterator();
        assertTrue(loaded.isEmpty());
    }

    @Test
    void noMoreThanTheWorkersLoadAtATime() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var dataset = new Numbers() {
            @Override
            public Integer get(int index) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                for (int i = 0; i < 100; i++) Thread.onSpinWait();
                now.decrementAndGet();
                return index;
            }
        };
        for (var _ : loader(dataset, 3, 4)) {}
        assertTrue(most.get() <= 3, () -> most + " at a time");
    }

    @Test
    void workersLoadAtTheSameTime() {
        var both = new CountDownLatch(2);
        var dataset = new Numbers() {
            @Override
            public Integer get(int index) {
                both.countDown();
                try {
                    both.await(); // ends only if two workers are here at once
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return index;
            }
        };
        assertEquals(List.of(0, 1), loader(dataset, 2, 1).iterator().next());
    }

    @Test
    void workersAreNotTheCaller() {
        loader(new Numbers(), 1, 1).iterator().next();
        assertFalse(threads.contains(Thread.currentThread()));
    }

    @Test
    void withoutWorkersTheCallerLoads() {
        new DataLoader<>(new Numbers(), samples -> samples).iterator().next();
        assertEquals(Collections.singleton(Thread.currentThread()), threads);
    }

    @Test
    void aFailureReachesTheCallerWithItsSampleAndTheNextBatchesCome() {
        var broken = new Numbers() {
            @Override
            public Integer get(int index) {
                if (index == 3) throw new IllegalArgumentException("no such picture");
                return index;
            }
        };
        for (int workers : new int[] {0, 1, 3}) {
            var loader =
                    new DataLoader<Integer>(broken, samples -> samples.getFirst(), batchSize(2), numWorkers(workers));
            var batches = loader.iterator();
            assertEquals(0, batches.next());
            var e = assertThrows(LoadException.class, batches::next);
            assertEquals(
                    "sample 3 of the dataset could not be loaded: java.lang.IllegalArgumentException: no such picture",
                    e.getMessage());
            assertEquals(3, e.indices()[0]);
            assertInstanceOf(IllegalArgumentException.class, e.getCause());
            assertEquals(4, batches.next());
        }
    }

    @Test
    void aFailureToMakeABatchNamesItsSamples() {
        var loader = new DataLoader<Integer>(
                new Numbers(),
                _ -> {
                    throw new IllegalStateException("full");
                },
                batchSize(10),
                numWorkers(1));
        var e = assertThrows(LoadException.class, () -> loader.iterator().next());
        assertEquals(
                "the batch [0, 1, 2, 3, 4, 5, 6, 7, ..] of Numbers could not be loaded:"
                        + " java.lang.IllegalStateException: full",
                e.getMessage());
        assertEquals(10, e.indices().length);
    }

    @Test
    void anErrorReachesTheCallerAsItIs() {
        var loader = new DataLoader<Integer>(
                new Numbers(),
                _ -> {
                    throw new StackOverflowError("deep");
                },
                numWorkers(1));
        assertEquals(
                "deep",
                assertThrows(StackOverflowError.class, () -> loader.iterator().next())
                        .getMessage());
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        var never = new CountDownLatch(1);
        var dataset = new Numbers() {
            @Override
            public Integer get(int index) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return index;
            }
        };
        var batches = loader(dataset, 1, 1).iterator();
        Thread.currentThread().interrupt();
        assertThrows(IllegalStateException.class, batches::next);
        assertTrue(Thread.interrupted());
        never.countDown();
    }

    @Test
    void anEpochEnds() {
        var batches = new DataLoader<>(new TensorDataset(arange(2)), numWorkers(2)).iterator();
        assertNotSame(batches.next(), batches.next());
        assertFalse(batches.hasNext());
        var e = assertThrows(NoSuchElementException.class, batches::next);
        assertEquals("DataLoader: there are no more batches", e.getMessage());
    }

    @Test
    void anEmptyDatasetHasNoBatches() {
        var empty = new TensorDataset(arange(0));
        assertFalse(new DataLoader<>(empty).iterator().hasNext());
        assertFalse(new DataLoader<>(empty, numWorkers(2)).iterator().hasNext());
    }
}
