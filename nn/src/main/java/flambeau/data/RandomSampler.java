package flambeau.data;

import static flambeau.args.Args.generator;
import static flambeau.args.Args.given;
import static flambeau.args.Args.replacement;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.randperm;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.NumSamples;
import flambeau.args.RandomSource;
import flambeau.args.Replacement;
import flambeau.tensor.Generator;
import org.jspecify.annotations.Nullable;

/**
 * Samples of a dataset in random order, the one that PyTorch draws from the same seed.
 *
 * <p>Without a generator of its own, each order has a fresh generator, seeded by one number from the default generator.
 */
public final class RandomSampler implements Sampler, Replacement.Taker, NumSamples.Taker, RandomSource.Taker {
    private final Dataset<?> dataset;
    private final boolean replacement;
    private final @Nullable NumSamples numSamples;
    private final @Nullable RandomSource generator;

    /**
     * Samples of {@code dataset}.
     *
     * @param args replacement (false), numSamples (as many as the dataset has; without replacement more are taken from
     *     further permutations), generator (see above)
     * @throws IllegalArgumentException if the dataset is empty, or numSamples not positive
     */
    @SafeVarargs
    public RandomSampler(Dataset<?> dataset, Arg<? super RandomSampler>... args) {
        this.dataset = dataset;
        replacement = given(args, replacement(false)).value();
        numSamples = given(args, NumSamples.class);
        generator = given(args, RandomSource.class);
        if (dataset.size() == 0)
            throw new IllegalArgumentException("RandomSampler: takes a dataset with at least one sample, got none");
        if (size() <= 0)
            throw new IllegalArgumentException("RandomSampler: numSamples must be positive, got " + size());
    }

    @Override
    public int size() {
        return numSamples == null ? dataset.size() : numSamples.value();
    }

    @Override
    public int[] order() {
        int n = dataset.size(), count = size();
        var source = generator == null
                ? new Generator().manualSeed(Generator.getDefault().nextSeed())
                : generator;
        if (replacement) return randint(0, n, shape(count), generator(source)).toIntArray();
        var order = new int[count];
        for (int at = 0; at <= count; at += n) { // <=: like PyTorch, which draws one permutation more than it needs
            var permutation = randperm(n, generator(source)).toIntArray();
            System.arraycopy(permutation, 0, order, at, Math.min(n, count - at));
        }
        return order;
    }
}
