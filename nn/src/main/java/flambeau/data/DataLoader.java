package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.dropLast;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.given;
import static flambeau.args.Args.numWorkers;
import static flambeau.args.Args.prefetchFactor;
import static flambeau.args.Args.shuffle;

import flambeau.args.Arg;
import flambeau.args.BatchSize;
import flambeau.args.DropLast;
import flambeau.args.IndexSource;
import flambeau.args.NumWorkers;
import flambeau.args.PrefetchFactor;
import flambeau.args.RandomSource;
import flambeau.args.Shuffle;
import flambeau.tensor.Generator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Batches of a dataset. Each iterator is one epoch; with {@code shuffle} each has another order, the one that PyTorch
 * draws from the same seed.
 *
 * <p>With workers, batches are loaded ahead by threads, at most {@code numWorkers} at a time and {@code numWorkers *
 * prefetchFactor} ahead, and come in the same order as without. An iterator that is left half-way needs no closing:
 * what is being loaded is finished, then its threads end. Unlike PyTorch, workers are threads of this process, so that
 * the dataset is read by several threads at once, and random numbers that it draws from the default generator come in
 * no certain order.
 *
 * {@snippet :
 * var loader = new DataLoader<>(dataset, batchSize(64), shuffle(true), numWorkers(2));
 * for (var batch : loader) {
 *     optimizer.zeroGrad();
 *     crossEntropy(net.apply(batch.x()), batch.y()).backward();
 *     optimizer.step();
 * }
 * }
 *
 * @param <B> a batch
 */
public final class DataLoader<B>
        implements Iterable<B>,
                BatchSize.Taker,
                Shuffle.Taker,
                DropLast.Taker,
                IndexSource.Taker,
                NumWorkers.Taker,
                PrefetchFactor.Taker,
                RandomSource.Taker {
    private final Dataset<?> dataset;
    private final Function<int[], B> load;
    private final BatchSampler batches;
    private final int numWorkers;
    private final int prefetchFactor;
    private final RandomSource generator;

    /**
     * Batches as {@link Dataset#batch} makes them.
     *
     * @param args batchSize (1), shuffle (false), sampler (the dataset's order, or random with shuffle), dropLast
     *     (false), numWorkers (0: batches are loaded when they are asked for), prefetchFactor (2), generator (the
     *     default one)
     * @throws IllegalArgumentException if a number is out of range, both shuffle and sampler are given, prefetchFactor
     *     is given without workers, or an empty dataset is to be shuffled
     */
    @SafeVarargs
    public DataLoader(Dataset<B> dataset, Arg<? super DataLoader<B>>... args) {
        this(dataset::batch, dataset, args);
    }

    /**
     * Batches that {@code collate} makes of samples.
     *
     * @param collate from the samples of a batch, in order, to the batch; called by several threads if there are
     *     workers
     * @param args as above
     */
    @SafeVarargs
    public <S> DataLoader(
            Dataset<S> dataset, Function<? super List<S>, ? extends B> collate, Arg<? super DataLoader<B>>... args) {
        this(indices -> collate.apply(LoadException.samples(dataset, indices)), dataset, args);
    }

    private DataLoader(Function<int[], B> loading, Dataset<?> dataset, Arg<?>[] args) {
        this.dataset = dataset;
        load = indices -> {
            try {
                return loading.apply(indices);
            } catch (RuntimeException e) {
                throw LoadException.ofBatch(dataset, indices, e);
            }
        };
        var ownGenerator = given(args, RandomSource.class);
        generator = ownGenerator == null ? Generator.getDefault() : ownGenerator;
        var size = given(args, batchSize(1));
        if (size.value() <= 0)
            throw new IllegalArgumentException("DataLoader: batchSize must be positive, got " + size.value());
        var shuffle = given(args, shuffle(false)).value();
        var sampler = (Sampler) given(args, IndexSource.class);
        if (sampler != null && shuffle)
            throw new IllegalArgumentException("DataLoader: shuffle and sampler exclude each other");
        if (sampler == null && !shuffle) sampler = new SequentialSampler(dataset);
        if (sampler == null && ownGenerator == null) sampler = new RandomSampler(dataset);
        if (sampler == null) sampler = new RandomSampler(dataset, generator(generator));
        batches = new BatchSampler(sampler, size, given(args, dropLast(false)));
        numWorkers = given(args, numWorkers(0)).value();
        prefetchFactor = given(args, prefetchFactor(2)).value();
        if (numWorkers < 0)
            throw new IllegalArgumentException("DataLoader: numWorkers must not be negative, got " + numWorkers);
        if (prefetchFactor <= 0)
            throw new IllegalArgumentException("DataLoader: prefetchFactor must be positive, got " + prefetchFactor);
        if (numWorkers == 0 && given(args, PrefetchFactor.class) != null)
            throw new IllegalArgumentException("DataLoader: prefetchFactor takes numWorkers above 0");
    }

    /** The number of batches of an epoch. */
    public int size() {
        return batches.size();
    }

    /** The dataset. */
    public Dataset<?> dataset() {
        return dataset;
    }

    /** One epoch. It is to be used by one thread. */
    @Override
    public Iterator<B> iterator() {
        var order = batches.iterator();
        ((Generator) generator).nextSeed(); // PyTorch draws a seed for its workers here
        return numWorkers == 0
                ? new LoadedOnDemand<>(order, load)
                : new LoadedAhead<>(order, load, numWorkers, prefetchFactor);
    }
}
