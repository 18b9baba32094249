package flambeau.data;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.given;
import static flambeau.args.Args.replacement;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.RandomSource;
import flambeau.args.Replacement;
import flambeau.array.DType;
import flambeau.tensor.Generator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Samples drawn with given probabilities, so that rare classes come as often as common ones.
 *
 * {@snippet :
 * var sampler = new WeightedRandomSampler(weightOfEachSample, 1000);
 * var loader = new DataLoader<>(dataset, batchSize(64), sampler(sampler));
 * }
 */
public final class WeightedRandomSampler implements Sampler, Replacement.Taker, RandomSource.Taker {
    private final double[] weights;
    private final int numSamples;
    private final boolean replacement;
    private final Generator generator;

    /**
     * Draws sample {@code i} with a probability in proportion to {@code weights[i]}.
     *
     * @param weights one a sample, not negative; their sum does not matter
     * @param numSamples how many samples an epoch has
     * @param args replacement (true), generator (the default one)
     * @throws IllegalArgumentException if a weight is negative or not finite, or there are too few that are not 0
     */
    @SafeVarargs
    public WeightedRandomSampler(double[] weights, int numSamples, Arg<? super WeightedRandomSampler>... args) {
        this.weights = weights.clone();
        this.numSamples = numSamples;
        replacement = given(args, replacement(true)).value();
        generator = (Generator) given(args, generator(Generator.getDefault()));
        if (numSamples <= 0)
            throw new IllegalArgumentException("WeightedRandomSampler: numSamples must be positive, got " + numSamples);
        for (double w : weights)
            if (!(w >= 0) || Double.isInfinite(w))
                throw new IllegalArgumentException(
                        "WeightedRandomSampler: a weight must be finite and not negative, got " + w);
        long possible = Arrays.stream(weights).filter(w -> w > 0).count();
        int needed = replacement ? 1 : numSamples;
        if (possible < needed)
            throw new IllegalArgumentException(
                    "WeightedRandomSampler: at least %d of the weights must be above 0, got %d"
                            .formatted(needed, possible));
    }

    @Override
    public int size() {
        return numSamples;
    }

    @Override
    public int[] order() {
        return replacement && numSamples > 1 ? withReplacement() : withoutReplacement();
    }

    private int[] withReplacement() {
        var ends = weights.clone(); // of the interval of each sample in [0, 1]
        for (int i = 1; i < ends.length; i++) ends[i] += ends[i - 1];
        double sum = ends[ends.length - 1];
        for (int i = 0; i < ends.length; i++) ends[i] /= sum;
        return Arrays.stream(uniform(numSamples))
                .mapToInt(u -> firstNotBelow(ends, u))
                .toArray();
    }

    private static int firstNotBelow(double[] ends, double u) {
        int low = 0, high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] < u) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** The largest of {@code weight / q} with exponentially distributed q; PyTorch also draws a single sample so. */
    private int[] withoutReplacement() {
        var keys = uniform(weights.length);
        for (int i = 0; i < keys.length; i++) keys[i] = weights[i] / -Math.log1p(-keys[i]);
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> keys[i]).reversed())
                .limit(numSamples)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] uniform(int n) {
        return rand(shape(n), dtype(DType.FLOAT64), generator(generator)).toDoubleArray();
    }
}
