package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Sets the learning rates of an optimiser by the number of steps: at once when it is made, then in each {@link #step}.
 *
 * <p>A schedule is a pure function: {@link #lr} gives the rate of a group in step {@code epoch} from the rate that it has, so that
 * several schedules can change the same rates one after the other ({@link ChainedScheduler}). What a step is, a batch or a pass over the
 * data, is up to the caller. A schedule of one's own:
 *
 * {@snippet :
 * final class Halving extends LRScheduler {
 *     Halving(Optimizer optimizer) {
 *         super(optimizer, -1);
 *         begin();
 *     }
 *
 *     @Override
 *     protected double lr(int group, int epoch, double lr, double base) {
 *         return epoch == 0 ? lr : lr / 2;
 *     }
 * }
 * }
 *
 * <p>Unlike PyTorch, a first step before that of the optimiser is refused.
 */
public abstract class LRScheduler {
    private final Optimizer optimizer;
    private final double[] baseLrs;
    private final StepOrder order;
    private int lastEpoch;
    private boolean isBeginning;

    /**
     * A schedule, which a subclass begins by {@link #begin} when its fields are set.
     *
     * @param lastEpoch the step after which it goes on; -1 begins it, with the learning rates that the groups have, or had when their
     *     first schedule began
     * @throws IllegalArgumentException if it goes on and no schedule has begun
     */
    protected LRScheduler(Optimizer optimizer, int lastEpoch) {
        this.optimizer = optimizer;
        this.lastEpoch = lastEpoch;
        order = new StepOrder(getClass().getSimpleName(), optimizer);
        var groups = optimizer.groups();
        for (var group : groups) {
            if (!Double.isNaN(group.initialLr)) continue;
            if (lastEpoch != -1)
                throw new IllegalArgumentException(
                        "%s: lastEpoch %d goes on with a schedule, but none has begun: load the optimizer's state first"
                                .formatted(name(), lastEpoch));
            group.initialLr = group.lr();
        }
        baseLrs = groups.stream().mapToDouble(g -> g.initialLr).toArray();
    }

    /** Sets the first learning rates: the last line of a constructor. */
    protected final void begin() {
        isBeginning = true;
        advance();
        isBeginning = false;
    }

    /**
     * The learning rate of a group.
     *
     * @param group its number
     * @param epoch the number of this step, from 0
     * @param lr the rate that it has
     * @param base the rate with which the first schedule began
     */
    protected abstract double lr(int group, int epoch, double lr, double base);

    /** The rate in step {@code epoch} that does not depend on the rate before: where a {@link SequentialLR} comes here. */
    double jump(int group, int epoch, double base) {
        return lr(group, epoch, optimizer.groups().get(group).lr(), base);
    }

    /** Whether the first rates are being set, from which a schedule that goes on may not move. */
    final boolean isBeginning() {
        return isBeginning;
    }

    /**
     * Sets the learning rates of the next step.
     *
     * @throws IllegalStateException if the optimiser has not taken a step yet, or groups were added to it
     */
    public void step() {
        order.check();
        advance();
    }

    final void checkOrder() {
        order.check();
    }

    /** The next step, without asking whether it is time. */
    void advance() {
        lastEpoch++;
        set(false);
    }

    /** Goes to a step, whatever the learning rates are. */
    void jumpTo(int epoch) {
        lastEpoch = epoch;
        set(true);
    }

    final void set(boolean jump) {
        var groups = optimizer.groups();
        if (groups.size() != baseLrs.length)
            throw new IllegalStateException("%s: the optimizer has %d groups of parameters, it had %d"
                    .formatted(name(), groups.size(), baseLrs.length));
        var lrs = new double[baseLrs.length];
        for (int i = 0; i < lrs.length; i++)
            lrs[i] = jump
                    ? jump(i, lastEpoch, baseLrs[i])
                    : lr(i, lastEpoch, groups.get(i).lr(), baseLrs[i]);
        for (int i = 0; i < lrs.length; i++) groups.get(i).lr(lrs[i]);
    }

    /** The number of the last step, from 0. */
    public int epoch() {
        return lastEpoch;
    }

    final void epoch(int value) {
        lastEpoch = value;
    }

    /** The learning rates that were set last, one a group. */
    public List<Double> lastLr() {
        return optimizer.groups().stream().map(ParamGroup::lr).toList();
    }

    final Optimizer optimizer() {
        return optimizer;
    }

    /** As if the schedule had not begun. */
    void undo() {
        lastEpoch--;
    }

    final String name() {
        return getClass().getSimpleName();
    }

    /** What a checkpoint needs besides the optimiser's own state, as tensors by PyTorch's words; functions are not in it. */
    public SequencedMap<String, Tensor> stateDict() {
        var dict = new LinkedHashMap<String, Tensor>();
        dict.put("base_lrs", tensor(baseLrs, dtype(DType.FLOAT64)));
        dict.put("last_epoch", tensor(lastEpoch, dtype(DType.INT64)));
        order.save(dict);
        return dict;
    }

    /**
     * Goes on where another schedule of this kind was.
     *
     * @param dict what {@link #stateDict} gave
     * @throws IllegalArgumentException if it does not fit; nothing is changed then
     */
    public void loadStateDict(Map<String, Tensor> dict) {
        check(dict);
        order.load(dict);
        var base = entry(dict, "base_lrs").toDoubleArray();
        System.arraycopy(base, 0, baseLrs, 0, base.length);
        lastEpoch = entry(dict, "last_epoch").item().intValue();
    }

    /** Refuses a state dict that does not fit. */
    void check(Map<String, Tensor> dict) {
        var base = entry(dict, "base_lrs").toDoubleArray();
        if (base.length != baseLrs.length)
            throw new IllegalArgumentException("%s: the state dict is of %d groups, the optimizer has %d"
                    .formatted(name(), base.length, baseLrs.length));
        StepOrder.checkNumber(name(), dict, "last_epoch");
        order.check(dict);
    }

    final Tensor entry(Map<String, Tensor> dict, String word) {
        return StepOrder.entry(name(), dict, word);
    }
}
