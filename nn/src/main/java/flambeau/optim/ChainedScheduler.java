package flambeau.optim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several schedules of one optimiser in each step, one after the other, each beginning with the learning rates that the one before
 * has set.
 *
 * {@snippet :
 * var warmup = new ConstantLR(optimizer, factor(0.1), totalIters(20));
 * var decay = new ExponentialLR(optimizer, 0.9);
 * var scheduler = new ChainedScheduler(List.of(warmup, decay));
 * }
 */
public final class ChainedScheduler extends Composed {
    /**
     * The schedules, which have begun.
     *
     * @throws IllegalArgumentException if there is none, or they are of different optimisers
     */
    public ChainedScheduler(List<? extends LRScheduler> schedulers) {
        this(schedulers, null);
    }

    /**
     * The schedules, which have begun.
     *
     * @param optimizer theirs; null for that of the first
     * @throws IllegalArgumentException if there is none, or one is of another optimiser
     */
    public ChainedScheduler(List<? extends LRScheduler> schedulers, @Nullable Optimizer optimizer) {
        super(optimizer == null ? theirs(schedulers) : optimizer, schedulers, "ChainedScheduler");
        epoch(0);
    }

    private static Optimizer theirs(List<? extends LRScheduler> schedulers) {
        if (schedulers.isEmpty())
            throw new IllegalArgumentException("ChainedScheduler: takes at least one scheduler, got none");
        return schedulers.getFirst().optimizer();
    }

    @Override
    void advance() {
        for (var scheduler : schedulers) scheduler.step();
        epoch(epoch() + 1);
    }

    @Override
    void jumpTo(int epoch) {
        for (var scheduler : schedulers) scheduler.jumpTo(epoch);
        epoch(epoch);
    }
}
