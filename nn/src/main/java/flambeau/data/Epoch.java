package flambeau.data;

import java.util.Iterator;

/** The batches of an epoch, counted as they are handed out. */
final class Epoch<B> implements Iterator<B> {
    private final BatchSampler.Batches order;
    private final Iterator<B> loaded;
    private int batches;
    private boolean isOver;

    /**
     * An epoch.
     *
     * @param batches how many of it were handed out before a checkpoint
     */
    Epoch(BatchSampler.Batches order, Iterator<B> loaded, int batches) {
        this.order = order;
        this.loaded = loaded;
        this.batches = batches;
    }

    @Override
    public boolean hasNext() {
        boolean more = loaded.hasNext();
        isOver = !more;
        return more;
    }

    @Override
    public B next() {
        var batch = loaded.next();
        batches++;
        return batch;
    }

    /** Whether somebody has been told that there are no more. */
    boolean isOver() {
        return isOver;
    }

    int batches() {
        return batches;
    }

    int[] order() {
        return order.order();
    }
}
