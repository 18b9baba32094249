package flambeau.data;

import java.util.Iterator;
import java.util.function.Function;

/** Batches that are loaded by the thread that asks for them. */
record LoadedOnDemand<B>(Iterator<int[]> order, Function<int[], B> load) implements Iterator<B> {
    @Override
    public boolean hasNext() {
        return order.hasNext();
    }

    @Override
    public B next() {
        return load.apply(order.next());
    }
}
