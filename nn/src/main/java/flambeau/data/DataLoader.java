package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.dropLast;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.given;
import static flambeau.args.Args.numWorkers;
import static flambeau.args.Args.prefetchFactor;
import static flambeau.args.Args.shuffle;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.BatchSize;
import flambeau.args.DropLast;
import flambeau.args.IndexSource;
import flambeau.args.NumWorkers;
import flambeau.args.PrefetchFactor;
import flambeau.args.RandomSource;
import flambeau.args.Shuffle;
import flambeau.array.DType;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private static final String ORDER = "order";
    private static final String BATCHES = "batches";
    private static final String GENERATOR = "generator";

    private final Dataset<?> dataset;
    private final Function<int[], B> load;
    private final BatchSampler batches;
    private final int numWorkers;
    private final int prefetchFactor;
    private final RandomSource generator;
    private @Nullable Epoch<B> epoch; // begun last
    private @Nullable Rest rest; // of an epoch that a checkpoint has interrupted

    /** The batches of an epoch that are left, and how many were taken. */
    private record Rest(BatchSampler.Batches order, int batches) {}

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

    /** One epoch, or the rest of the one that {@link #loadStateDict} has brought. It is to be used by one thread. */
    @Override
    public Iterator<B> iterator() {
        var former = rest;
        rest = null;
        var order = former == null ? batches.iterator() : former.order;
        if (former == null) ((Generator) generator).nextSeed(); // PyTorch draws a seed for its workers here
        Iterator<B> loaded = numWorkers == 0
                ? new LoadedOnDemand<>(order, load)
                : new LoadedAhead<>(order, load, numWorkers, prefetchFactor);
        epoch = new Epoch<>((BatchSampler.Batches) order, loaded, former == null ? 0 : former.batches);
        return epoch;
    }

    /**
     * Where the epoch that was begun last stands, for a checkpoint: the order of its samples, how many of its batches were handed out,
     * and the state of the loader's own generator, if it has one. Another generator, the default one included, is saved by {@link
     * Generator#getState}.
     */
    public SequencedMap<String, Tensor> stateDict() {
        var dict = new LinkedHashMap<String, Tensor>();
        var current = epoch;
        if (rest != null) {
            dict.put(ORDER, longs(rest.order.order()));
            dict.put(BATCHES, tensor(rest.batches, dtype(DType.INT64)));
        } else if (current != null && !current.isOver()) {
            dict.put(ORDER, longs(current.order()));
            dict.put(BATCHES, tensor(current.batches(), dtype(DType.INT64)));
        }
        if (generator != Generator.getDefault()) dict.put(GENERATOR, ((Generator) generator).getState());
        return dict;
    }

    /**
     * Goes on where another loader was: the next iterator has the rest of its epoch, and draws nothing. Those that come from now on are
     * drawn as ever.
     *
     * @param dict what {@link #stateDict} gave
     * @throws IllegalArgumentException if it is not of a dataset of this size; nothing is changed then
     */
    public void loadStateDict(Map<String, Tensor> dict) {
        Rest former = null;
        if (dict.containsKey(ORDER)) {
            var taken = dict.get(BATCHES);
            if (taken == null) throw new IllegalArgumentException("DataLoader: the state dict has no " + BATCHES);
            var order = dict.get(ORDER).toIntArray();
            for (int i : order)
                if (i < 0 || i >= dataset.size())
                    throw new IllegalArgumentException("DataLoader: the state dict names sample %d, the dataset has %d"
                            .formatted(i, dataset.size()));
            int count = taken.item().intValue();
            if (count < 0)
                throw new IllegalArgumentException("DataLoader: the state dict has taken " + count + " batches");
            former = new Rest(batches.rest(order, count), count);
        }
        var state = dict.get(GENERATOR);
        if (state != null && generator != Generator.getDefault()) ((Generator) generator).setState(state);
        rest = former;
        epoch = null;
    }

    private static Tensor longs(int[] values) {
        return tensor(values, dtype(DType.INT64));
    }
}
