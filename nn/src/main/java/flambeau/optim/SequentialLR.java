package flambeau.optim;

import java.util.Arrays;
import java.util.List;

/**
 * Several schedules of one optimiser in turn: the next one from each of the steps {@code milestones} on, where it begins anew.
 *
 * {@snippet :
 * var warmup = new LinearLR(optimizer, startFactor(0.1), totalIters(20));
 * var decay = new CosineAnnealingLR(optimizer, 80);
 * var scheduler = new SequentialLR(optimizer, List.of(warmup, decay), new int[] {20});
 * }
 */
public final class SequentialLR extends Composed {
    private final int[] milestones;

    /**
     * The schedules, of which the first has begun.
     *
     * @param milestones the first step of each but the first schedule, rising
     * @throws IllegalArgumentException if there is no schedule, one is of another optimiser, or there is not one milestone less
     */
    public SequentialLR(Optimizer optimizer, List<? extends LRScheduler> schedulers, int[] milestones) {
        if (!schedulers.isEmpty() && milestones.length != schedulers.size() - 1)
            throw new IllegalArgumentException("SequentialLR: %d schedulers take %d milestones, got %d"
                    .formatted(schedulers.size(), schedulers.size() - 1, milestones.length));
        super(optimizer, schedulers, "SequentialLR");
        this.milestones = milestones.clone();
        for (var group : optimizer.groups()) group.lr(group.initialLr); // all schedules have begun: back to before
        for (var scheduler : this.schedulers) scheduler.undo();
        epoch(0);
        this.schedulers.get(current()).begin();
    }

    private int current() {
        return (int) Arrays.stream(milestones).filter(m -> m <= epoch()).count();
    }

    @Override
    void advance() {
        epoch(epoch() + 1);
        int i = current();
        if (i > 0 && milestones[i - 1] == epoch()) schedulers.get(i).jumpTo(0);
        else schedulers.get(i).step();
    }

    @Override
    void jumpTo(int epoch) {
        epoch(epoch);
        int i = current();
        schedulers.get(i).jumpTo(i == 0 ? epoch : epoch - milestones[i - 1]);
    }
}
