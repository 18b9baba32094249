package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.numSamples;
import static flambeau.args.Args.numWorkers;
import static flambeau.args.Args.prefetchFactor;
import static flambeau.args.Args.replacement;
import static flambeau.args.Args.sampler;
import static flambeau.args.Args.shuffle;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.tensor.Generator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong calls and what they are answered. */
class DataRefusalsTest {
    private static final TensorDataset TEN = new TensorDataset(arange(10));
    private static final TensorDataset NONE = new TensorDataset(arange(0));
    private static final double[] WEIGHTS = {1, 0, 2};

    static Stream<Arguments> argumentsAreRefused() {
        return Stream.of(
                arguments(
                        "DataLoader: batchSize must be positive, got 0",
                        call(() -> new DataLoader<>(TEN, batchSize(0)))),
                arguments(
                        "DataLoader: numWorkers must not be negative, got -1",
                        call(() -> new DataLoader<>(TEN, numWorkers(-1)))),
                arguments(
                        "DataLoader: prefetchFactor must be positive, got 0",
                        call(() -> new DataLoader<>(TEN, numWorkers(1), prefetchFactor(0)))),
                arguments(
                        "DataLoader: prefetchFactor takes numWorkers above 0",
                        call(() -> new DataLoader<>(TEN, prefetchFactor(2)))),
                arguments(
                        "DataLoader: shuffle and sampler exclude each other",
                        call(() -> new DataLoader<>(TEN, shuffle(true), sampler(new SequentialSampler(TEN))))),
                arguments(
                        "RandomSampler: takes a dataset with at least one sample, got none",
                        call(() -> new DataLoader<>(NONE, shuffle(true)))),
                arguments("batchSize: given twice", call(() -> new DataLoader<>(TEN, batchSize(1), batchSize(2)))),
                arguments(
                        "generator: given twice",
                        call(() ->
                                new DataLoader<>(TEN, generator(new Generator()), generator(Generator.getDefault())))),
                arguments(
                        "RandomSampler: numSamples must be positive, got 0",
                        call(() -> new RandomSampler(TEN, numSamples(0)))),
                arguments(
                        "BatchSampler: batchSize must be positive, got -1",
                        call(() -> new BatchSampler(new SequentialSampler(TEN), batchSize(-1)))),
                arguments(
                        "WeightedRandomSampler: numSamples must be positive, got 0",
                        call(() -> new WeightedRandomSampler(WEIGHTS, 0))),
                arguments(
                        "WeightedRandomSampler: a weight must be finite and not negative, got -1.0",
                        call(() -> new WeightedRandomSampler(new double[] {1, -1}, 1))),
                arguments(
                        "WeightedRandomSampler: at least 3 of the weights must be above 0, got 2",
                        call(() -> new WeightedRandomSampler(WEIGHTS, 3, replacement(false)))),
                arguments(
                        "WeightedRandomSampler: at least 1 of the weights must be above 0, got 0",
                        call(() -> new WeightedRandomSampler(new double[3], 3))),
                arguments("TensorDataset: takes at least one tensor, got none", call(TensorDataset::new)),
                arguments(
                        "TensorDataset: a tensor without dimensions has no samples",
                        call(() -> new TensorDataset(tensor(1)))),
                arguments(
                        "TensorDataset: the tensors must have one first size, got 10 and 9",
                        call(() -> new TensorDataset(arange(10), arange(9)))),
                arguments("ConcatDataset: takes at least one dataset, got none", call(ConcatDataset::new)),
                arguments(
                        "randomSplit: the lengths [3, 6] must add up to 10 or to 1",
                        call(() -> Subset.randomSplit(TEN, List.of(3, 6)))),
                arguments(
                        "randomSplit: a length must not be negative, got -1",
                        call(() -> Subset.randomSplit(TEN, List.of(11, -1)))),
                arguments(
                        "defaultCollate: takes at least one sample, got none",
                        call(() -> Collate.defaultCollate(List.of()))),
                arguments(
                        "defaultCollate: knows tensors, samples, lists and maps, got java.lang.Integer; give a collate"
                                + " function",
                        call(() -> Collate.defaultCollate(List.of(1, 2)))),
                arguments(
                        "defaultCollate: samples must have one length, got 1 and 2",
                        call(() -> Collate.defaultCollate(List.of(Sample.of(ones(1)), Sample.of(ones(1), ones(1)))))),
                arguments(
                        "defaultCollate: samples must have the same keys, got [a] and [b]",
                        call(() -> Collate.defaultCollate(List.of(Map.of("a", ones(1)), Map.of("b", ones(1)))))),
                arguments(
                        "stack: shapes must be equal, got [1] and [2]",
                        call(() -> Collate.defaultCollate(List.of(zeros(1), zeros(2))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void argumentsAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    static Stream<Arguments> indicesAreRefused() {
        return Stream.of(
                arguments(
                        "Subset: index 10 is out of bounds for a dataset of size 10",
                        call(() -> new Subset<>(TEN, 1, 10))),
                arguments("Subset: index 2 is out of bounds for size 2", call(() -> new Subset<>(TEN, 1, 5).get(2))),
                arguments(
                        "Subset: index -1 is out of bounds for size 2",
                        call(() -> new Subset<>(TEN, 1, 5).batch(0, -1))),
                arguments(
                        "ConcatDataset: index 20 is out of bounds for size 20",
                        call(() -> new ConcatDataset<>(TEN, TEN).get(20))),
                arguments("select: index 10 is out of bounds for dimension 0 of size 10", call(() -> TEN.get(10))),
                arguments(
                        "indexSelect: index 12 is out of bounds for dimension 0 of size 10",
                        call(() -> TEN.batch(3, 12))),
                arguments(
                        "sample: has no tensor 1, it has 1",
                        call(() -> TEN.get(0).y())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void indicesAreRefused(String message, Executable call) {
        assertEquals(
                message, assertThrows(IndexOutOfBoundsException.class, call).getMessage());
    }

    private static Executable call(Executable call) {
        return call;
    }
}
