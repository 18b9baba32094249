package flambeau.optim;

import static flambeau.args.Args.cooldown;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.factor;
import static flambeau.args.Args.given;
import static flambeau.args.Args.minLr;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.patience;
import static flambeau.args.Args.threshold;
import static flambeau.args.Args.thresholdMode;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.Cooldown;
import flambeau.args.Eps;
import flambeau.args.Factor;
import flambeau.args.MetricMode;
import flambeau.args.MinLr;
import flambeau.args.Patience;
import flambeau.args.Threshold;
import flambeau.args.ThresholdMode;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The learning rate times {@code factor} when a measurement, as the loss on held-out data, has not become better for more than {@code
 * patience} steps.
 *
 * <p>It depends on the measurements, not on the number of steps, and so is no {@link LRScheduler}: it cannot be chained.
 *
 * {@snippet :
 * var scheduler = new ReduceLROnPlateau(optimizer, patience(5));
 * double validationLoss = 0.5;
 * scheduler.step(validationLoss);
 * }
 */
public final class ReduceLROnPlateau
        implements MetricMode.Taker,
                Factor.Taker,
                Patience.Taker,
                Threshold.Taker,
                ThresholdMode.Taker,
                Cooldown.Taker,
                MinLr.Taker,
                Eps.Taker {
    private final Optimizer optimizer;
    private final StepOrder order;
    private final boolean isLowerBetter;
    private final boolean isRelative;
    private final double factor;
    private final double threshold;
    private final double eps;
    private final double[] minLrs;
    private final int patience;
    private final int cooldown;
    private double best;
    private int lastEpoch;
    private int bad; // steps without progress
    private int cooling; // steps that do not count yet

    /**
     * The schedule.
     *
     * @param args mode (MIN), factor (0.1), patience (10), threshold (1e-4), thresholdMode (REL), cooldown (0), minLr (0: one, or one a
     *     group), eps (1e-8: a smaller change is not made)
     * @throws IllegalArgumentException if factor is not below 1, or minLr is for another number of groups
     */
    @SafeVarargs
    public ReduceLROnPlateau(Optimizer optimizer, Arg<? super ReduceLROnPlateau>... args) {
        this.optimizer = optimizer;
        order = new StepOrder("ReduceLROnPlateau", optimizer);
        isLowerBetter = given(args, mode(MetricMode.MIN)) == MetricMode.MIN;
        isRelative = given(args, thresholdMode(ThresholdMode.REL)) == ThresholdMode.REL;
        factor = given(args, factor(0.1)).value();
        patience = given(args, patience(10)).value();
        threshold = given(args, threshold(1e-4)).value();
        cooldown = given(args, cooldown(0)).value();
        minLrs = PerGroup.values(
                "ReduceLROnPlateau", "minLr", optimizer, given(args, minLr(0)).values());
        eps = given(args, eps(1e-8)).value();
        if (!(factor < 1))
            throw new IllegalArgumentException("ReduceLROnPlateau: factor must be below 1, got " + factor);
        best = isLowerBetter ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /**
     * Takes a measurement.
     *
     * @throws IllegalStateException if the optimiser has not taken a step yet, or groups were added to it
     */
    public void step(double metrics) {
        order.check();
        lastEpoch++;
        if (isBetter(metrics)) {
            best = metrics;
            bad = 0;
        } else bad++;
        if (cooling > 0) {
            cooling--;
            bad = 0;
        }
        if (bad <= patience) return;
        reduce();
        cooling = cooldown;
        bad = 0;
    }

    /**
     * Takes a measurement.
     *
     * @param metrics one number
     */
    public void step(Tensor metrics) {
        step(metrics.item().doubleValue());
    }

    private boolean isBetter(double metrics) {
        if (isLowerBetter) return metrics < (isRelative ? best * (1 - threshold) : best - threshold);
        return metrics > (isRelative ? best * (1 + threshold) : best + threshold);
    }

    private void reduce() {
        var groups = optimizer.groups();
        if (groups.size() != minLrs.length)
            throw new IllegalStateException("ReduceLROnPlateau: the optimizer has %d groups of parameters, it had %d"
                    .formatted(groups.size(), minLrs.length));
        for (int i = 0; i < minLrs.length; i++) {
            var group = groups.get(i);
            double lr = Math.max(group.lr() * factor, minLrs[i]);
            if (group.lr() - lr > eps) group.lr(lr);
        }
    }

    /** The learning rates, one a group. */
    public List<Double> lastLr() {
        return optimizer.groups().stream().map(ParamGroup::lr).toList();
    }

    /** What a checkpoint needs besides the optimiser's own state, as tensors by PyTorch's words. */
    public SequencedMap<String, Tensor> stateDict() {
        var dict = new LinkedHashMap<String, Tensor>();
        dict.put("best", tensor(best, dtype(DType.FLOAT64)));
        dict.put("num_bad_epochs", tensor(bad, dtype(DType.INT64)));
        dict.put("cooldown_counter", tensor(cooling, dtype(DType.INT64)));
        dict.put("last_epoch", tensor(lastEpoch, dtype(DType.INT64)));
        order.save(dict);
        return dict;
    }

    /**
     * Goes on where another one was.
     *
     * @param dict what {@link #stateDict} gave
     * @throws IllegalArgumentException if something is missing; nothing is changed then
     */
    public void loadStateDict(Map<String, Tensor> dict) {
        for (var word : List.of("best", "num_bad_epochs", "cooldown_counter", "last_epoch"))
            StepOrder.checkNumber("ReduceLROnPlateau", dict, word);
        order.check(dict);
        order.load(dict);
        best = entry(dict, "best").item().doubleValue();
        bad = entry(dict, "num_bad_epochs").item().intValue();
        cooling = entry(dict, "cooldown_counter").item().intValue();
        lastEpoch = entry(dict, "last_epoch").item().intValue();
    }

    private static Tensor entry(Map<String, Tensor> dict, String word) {
        return StepOrder.entry("ReduceLROnPlateau", dict, word);
    }
}
