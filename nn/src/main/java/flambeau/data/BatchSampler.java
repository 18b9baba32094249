package flambeau.data;

import static flambeau.args.Args.batchSize;
import static flambeau.args.Args.dropLast;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.BatchSize;
import flambeau.args.DropLast;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The samples of another sampler in batches. Each iterator has an order of its own, drawn when it is first asked. */
public final class BatchSampler implements Iterable<int[]>, BatchSize.Taker, DropLast.Taker {
    private final Sampler sampler;
    private final int batchSize;
    private final boolean dropLast;

    /**
     * Batches of {@code sampler}.
     *
     * @param args batchSize (1), dropLast (false)
     * @throws IllegalArgumentException if the batch size is not positive
     */
    @SafeVarargs
    public BatchSampler(Sampler sampler, Arg<? super BatchSampler>... args) {
        this.sampler = sampler;
        batchSize = given(args, batchSize(1)).value();
        dropLast = given(args, dropLast(false)).value();
        if (batchSize <= 0)
            throw new IllegalArgumentException("BatchSampler: batchSize must be positive, got " + batchSize);
    }

    /** The number of batches. */
    public int size() {
        return sampler.size() / batchSize + (dropLast || sampler.size() % batchSize == 0 ? 0 : 1);
    }

    @Override
    public Iterator<int[]> iterator() {
        return new Batches(null, 0);
    }

    /**
     * The rest of an order that was drawn before.
     *
     * @param batches how many of it have been taken
     */
    Batches rest(int[] order, int batches) {
        return new Batches(order, Math.toIntExact(Math.min((long) batches * batchSize, order.length)));
    }

    /** The batches of one order. */
    final class Batches implements Iterator<int[]> {
        private int @Nullable [] order;
        private int at;

        private Batches(int @Nullable [] order, int at) {
            this.order = order;
            this.at = at;
        }

        /** All samples in their order, drawn when this is first asked. */
        int[] order() {
            var drawn = order;
            if (drawn == null) order = drawn = sampler.order();
            return drawn;
        }

        @Override
        public boolean hasNext() {
            return order().length - at >= (dropLast ? batchSize : 1);
        }

        @Override
        public int[] next() {
            if (!hasNext()) throw new NoSuchElementException("BatchSampler: there are no more batches");
            return Arrays.copyOfRange(order(), at, at = Math.min(at + batchSize, order().length));
        }
    }
}
