package flambeau.data;

import static flambeau.tensor.Tensors.randperm;

import flambeau.args.Arg;
import flambeau.args.RandomSource;
import flambeau.tensor.Takes;

/** Given samples in random order, drawn from the default generator or a given one. */
public final class SubsetRandomSampler implements Sampler, RandomSource.Taker {
    private final int[] indices;
    private final Arg<? super Takes.NewRandom>[] args;

    /**
     * The samples with these numbers.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // the options of this sampler are options of randperm
    public SubsetRandomSampler(int[] indices, Arg<? super SubsetRandomSampler>... args) {
        this.indices = indices.clone();
        this.args = (Arg<? super Takes.NewRandom>[]) args.clone();
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public int[] order() {
        var order = randperm(indices.length, args).toIntArray();
        for (int i = 0; i < order.length; i++) order[i] = indices[order[i]];
        return order;
    }
}
