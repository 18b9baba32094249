package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.generator;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static Dataset<Sample> rows(int from, int to) {
        var x = arange(from, to, 1);
        return new TensorDataset(x, x.mul(10));
    }

    @Test
    void aTensorDatasetHasTheRowsOfItsTensors() {
        var x = rand(5, 2, 3);
        var sample = new TensorDataset(x, arange(5)).get(3);
        assertTrue(x.select(0, 3).torchEquals(sample.x()));
        assertEquals(3L, sample.y().item());
        assertEquals(2, sample.size());
    }

    @Test
    void aBatchOfATensorDatasetIsACopyOfRows() {
        var x = rand(5, 2, 3);
        var batch = new TensorDataset(x).batch(4, 0, 4);
        assertArrayEquals(new int[] {3, 2, 3}, batch.x().shape().sizes());
        assertTrue(x.select(0, 4).torchEquals(batch.x().select(0, 2)));
        batch.x().zero_();
        assertTrue(x.sum().isTrue());
    }

    @Test
    void rowsOfATransposedTensorAreFound() {
        var x = rand(3, 5).t();
        var batch = new TensorDataset(x).batch(4, 1);
        assertTrue(x.select(0, 1).torchEquals(batch.x().select(0, 1)));
    }

    @Test
    void aBatchIsThatOfCollatedSamples() {
        var dataset = new TensorDataset(rand(6, 4), arange(6));
        var fast = dataset.batch(5, 2, 0);
        var slow = Collate.defaultCollate(List.of(dataset.get(5), dataset.get(2), dataset.get(0)));
        assertTrue(fast.x().torchEquals(slow.x()));
        assertTrue(fast.y().torchEquals(slow.y()));
    }

    @Test
    void aSubsetMapsItsIndices() {
        var subset = new Subset<>(rows(0, 10), 7, 3, 5);
        assertEquals(3, subset.size());
        assertEquals(30L, subset.get(1).y().item());
        assertEquals(List.of(5L, 7L), subset.batch(2, 0).x().tolist());
    }

    @Test
    void aConcatDatasetIsOneBehindTheOther() {
        var all = new ConcatDataset<>(rows(0, 3), rows(5, 5), rows(10, 12));
        assertEquals(5, all.size());
        assertEquals(
                List.of(0L, 1L, 2L, 10L, 11L),
                java.util.stream.IntStream.range(0, 5)
                        .mapToObj(i -> all.get(i).x().item())
                        .toList());
        assertEquals(List.of(11L, 2L), all.batch(4, 2).x().tolist());
        assertEquals(List.of(11L, 10L), all.batch(4, 3).x().tolist());
    }

    @Test
    void aSplitTakesAGenerator() {
        var once = Subset.randomSplit(rows(0, 10), List.of(0.5, 0.5), generator(new Generator().manualSeed(1)));
        var again = Subset.randomSplit(rows(0, 10), List.of(0.5, 0.5), generator(new Generator().manualSeed(1)));
        assertEquals(
                once.getFirst().get(0).x().item(), again.getFirst().get(0).x().item());
    }

    @Test
    void tensorsListsAndMapsAreCollated() {
        assertEquals(
                List.of(1L, 2L),
                Collate.defaultCollate(List.of(tensor(1), tensor(2))).tolist());
        var lists = Collate.defaultCollate(List.of(List.of(tensor(1), tensor(2)), List.of(tensor(3), tensor(4))));
        assertEquals(List.of(2L, 4L), lists.get(1).tolist());
        var maps = Collate.defaultCollate(List.of(Map.of("a", tensor(1)), Map.of("a", tensor(2))));
        assertEquals(List.of(1L, 2L), maps.get("a").tolist());
    }

    @Test
    void aDatasetOfTheUsersOwnTypeMakesItsBatches() {
        record Pair(Tensor left, Tensor right) {}
        var dataset = new Dataset<Pair>() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public Pair get(int i) {
                return new Pair(tensor(i), tensor(-i));
            }

            @Override
            public Pair batch(int... indices) {
                var x = tensor((Object) indices);
                return new Pair(x, x.neg());
            }
        };
        for (var batch : new DataLoader<>(dataset, batchSize(4)))
            assertEquals(List.of(0L, -1L, -2L, -3L), batch.right().tolist());
    }

    @Test
    void aCollateFunctionMakesBatchesOfAnyType() {
        var numbers = new Dataset<Integer>() {
            @Override
            public int size() {
                return 5;
            }

            @Override
            public Integer get(int i) {
                return i;
            }
        };
        var loader = new DataLoader<>(
                numbers,
                samples -> tensor((Object) samples.stream().mapToLong(i -> i).toArray()),
                batchSize(3));
        long sum = 0;
        for (var batch : loader) sum += batch.sum().item().longValue();
        assertEquals(10, sum);
    }
}
