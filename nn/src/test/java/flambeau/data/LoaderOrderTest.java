package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.dropLast;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.numSamples;
import static flambeau.args.Args.numWorkers;
import static flambeau.args.Args.replacement;
import static flambeau.args.Args.sampler;
import static flambeau.args.Args.shuffle;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.shape;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import flambeau.tensor.Generator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The batches are those of PyTorch 2.13, and as much has been drawn. */
class LoaderOrderTest {
    private static final TensorDataset TEN = new TensorDataset(arange(10));

    private static String epoch(DataLoader<Sample> loader) {
        var batches = new ArrayList<Object>();
        for (var batch : loader) batches.add(batch.x().tolist());
        return batches.toString();
    }

    private static String drawnNext() {
        return randint(0, 1000, shape(3)).tolist().toString();
    }

    @Test
    void shuffledEpochsAreThoseOfPyTorch() {
        manualSeed(0);
        var loader = new DataLoader<>(TEN, batchSize(3), shuffle(true));
        assertEquals("[[6, 7, 1], [4, 2, 0], [9, 8, 3], [5]]", epoch(loader));
        assertEquals("[[2, 4, 7], [0, 8, 9], [5, 3, 6], [1]]", epoch(loader));
        assertEquals(0.455627977848053, rand(1).item());
        assertEquals("[683, 101, 866]", drawnNext());
    }

    @Test
    void aLoaderInOrderDrawsASeedToo() {
        manualSeed(0);
        assertEquals("[[0, 1, 2, 3], [4, 5, 6, 7]]", epoch(new DataLoader<>(TEN, batchSize(4), dropLast(true))));
        assertEquals("[933, 760, 963]", drawnNext());
    }

    @Test
    void theOrderIsDrawnWithTheFirstBatch() {
        manualSeed(0);
        var batches = new DataLoader<>(TEN, batchSize(3), shuffle(true)).iterator();
        assertEquals("[933, 760, 963]", drawnNext());
        assertEquals("[6, 9, 0]", batches.next().x().tolist().toString());
    }

    @Test
    void aGeneratorOfItsOwnLeavesTheDefaultOneAlone() {
        manualSeed(0);
        var own = new Generator().manualSeed(5);
        assertEquals(
                "[[7, 4, 8, 1], [2, 3, 6, 5], [9, 0]]",
                epoch(new DataLoader<>(TEN, batchSize(4), shuffle(true), generator(own))));
        assertEquals("[44, 239, 933]", drawnNext());
        assertEquals(
                "[109, 647, 912]",
                randint(0, 1000, shape(3), generator(own)).tolist().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void theOrderDoesNotDependOnTheWorkers(int workers) {
        manualSeed(3);
        var loader = new DataLoader<>(TEN, batchSize(3), shuffle(true), numWorkers(workers));
        assertEquals("[[6, 2, 0], [1, 8, 3], [5, 4, 7], [9]]", epoch(loader));
        assertEquals("[360, 280, 840]", drawnNext());
        assertNotEquals("[[6, 2, 0], [1, 8, 3], [5, 4, 7], [9]]", epoch(loader));
    }

    @Test
    void samplersDrawWhatPyTorchDraws() {
        assertDraws("[6, 9, 0, 7, 3, 5, 4, 2, 1, 8]", "[933, 760, 963]", new RandomSampler(TEN));
        assertDraws(
                "[6, 0, 4, 3, 9, 5, 7, 8, 9, 1, 8, 5, 6, 9, 0, 0, 8, 3, 0, 0, 1, 9, 0, 7, 8, 3, 9, 7, 2, 2, 2, 9, 4,"
                        + " 6, 8, 8, 8, 7, 3, 9]",
                "[933, 760, 963]",
                new RandomSampler(TEN, replacement(true), numSamples(40)));
        assertDraws(
                "[6, 9, 0, 7, 3, 5, 4, 2, 1, 8, 1, 8, 5, 4, 9, 2, 0, 7, 3, 6, 0, 7, 9, 3]",
                "[933, 760, 963]",
                new RandomSampler(TEN, numSamples(24)));
        assertDraws("[9, 5, 6, 8, 7]", "[963, 379, 427]", new SubsetRandomSampler(new int[] {5, 6, 7, 8, 9}));
        double[] weights = {0.1, 0.9, 0.4, 0.7, 3.0, 0.6};
        assertDraws("[5, 4, 4, 5, 4, 4, 2, 3, 4, 3, 4, 2]", "[824, 841, 269]", new WeightedRandomSampler(weights, 12));
        assertDraws("[4]", "[756, 399, 878]", new WeightedRandomSampler(weights, 1));
        assertDraws(
                "[1, 4, 0, 2, 3]",
                "[756, 399, 878]",
                new WeightedRandomSampler(new double[] {0.9, 0.4, 0.05, 0.2, 0.3, 0.1}, 5, replacement(false)));
    }

    private static void assertDraws(String order, String after, Sampler sampler) {
        manualSeed(0);
        assertEquals(order, Arrays.toString(sampler.order()));
        assertEquals(after, drawnNext());
    }

    @Test
    void splitsAreThoseOfPyTorch() {
        manualSeed(0);
        assertEquals("[[4, 1, 7], [5, 3, 9, 0, 8, 6, 2]]", split(10, List.of(3, 7)));
        assertEquals("[683, 101, 866]", drawnNext());
        manualSeed(0);
        assertEquals("[[10, 0, 4, 3], [5, 8, 2], [1, 9, 7, 6]]", split(11, List.of(0.3, 0.3, 0.4)));
    }

    private static String split(int n, List<? extends Number> lengths) {
        return Subset.randomSplit(new TensorDataset(arange(n)), lengths).stream()
                .map(part -> IntStream.range(0, part.size())
                        .mapToObj(i -> part.get(i).x().item())
                        .toList())
                .toList()
                .toString();
    }

    @Test
    void aSamplerOfTheUsersOwnIsFollowed() {
        var backwards = new Sampler() {
            @Override
            public int size() {
                return 10;
            }

            @Override
            public int[] order() {
                return IntStream.range(0, 10).map(i -> 9 - i).toArray();
            }
        };
        var loader = new DataLoader<>(TEN, batchSize(4), sampler(backwards));
        assertEquals("[[9, 8, 7, 6], [5, 4, 3, 2], [1, 0]]", epoch(loader));
    }

    @Test
    void theNumberOfBatchesIsKnown() {
        assertArrayEquals(
                new int[] {4, 3, 5, 5},
                Stream.of(
                                new DataLoader<>(TEN, batchSize(3)),
                                new DataLoader<>(TEN, batchSize(3), dropLast(true)),
                                new DataLoader<>(TEN, batchSize(2)),
                                new DataLoader<>(TEN, batchSize(2), dropLast(true)))
                        .mapToInt(DataLoader::size)
                        .toArray());
    }
}
