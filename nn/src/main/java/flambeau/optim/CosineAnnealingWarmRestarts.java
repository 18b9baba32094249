package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.etaMin;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.tMult;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.EtaMin;
import flambeau.args.LastEpoch;
import flambeau.args.TMult;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Cosine annealing that begins anew after {@code t0} steps, then after {@code t0 * tMult}, {@code t0 * tMult²} and so on: {@code etaMin +
 * (lr - etaMin) (1 + cos(π s / period)) / 2}, s steps after the last beginning. Source: Loshchilov and Hutter 2016, "SGDR: Stochastic
 * Gradient Descent with Warm Restarts".
 *
 * {@snippet :
 * var scheduler = new CosineAnnealingWarmRestarts(optimizer, 10, tMult(2));
 * }
 */
public final class CosineAnnealingWarmRestarts extends LRScheduler
        implements TMult.Taker, EtaMin.Taker, LastEpoch.Taker {
    private final int first;
    private final int mult;
    private final double etaMin;
    private double at; // the epoch, maybe within a step

    /**
     * The schedule, begun.
     *
     * @param t0 the length of the first period
     * @param args tMult (1), etaMin (0), lastEpoch (-1)
     * @throws IllegalArgumentException if t0 or tMult is not positive
     */
    @SafeVarargs
    public CosineAnnealingWarmRestarts(Optimizer optimizer, int t0, Arg<? super CosineAnnealingWarmRestarts>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        first = t0;
        mult = given(args, tMult(1)).value();
        etaMin = given(args, etaMin(0)).value();
        if (first < 1 || mult < 1)
            throw new IllegalArgumentException(
                    "CosineAnnealingWarmRestarts: t0 and tMult must be positive, got %d and %d".formatted(first, mult));
        at = epoch();
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        double s = at, period = first;
        if (mult == 1) s %= period;
        else
            while (s >= period) {
                s -= period;
                period *= mult;
            }
        return etaMin + (base - etaMin) * (1 + Math.cos(Math.PI * s / period)) / 2;
    }

    @Override
    void advance() {
        jump(at + 1);
    }

    /**
     * Goes to a step, or to a place between two, as {@code epoch + batch / batches}.
     *
     * @param epoch not negative
     * @throws IllegalStateException if the optimiser has not taken a step yet
     */
    public void step(double epoch) {
        if (!(epoch >= 0))
            throw new IllegalArgumentException("CosineAnnealingWarmRestarts: epoch must not be negative, got " + epoch);
        checkOrder();
        jump(epoch);
    }

    @Override
    void jumpTo(int epoch) {
        jump(epoch);
    }

    private void jump(double epoch) {
        at = epoch;
        epoch((int) Math.floor(epoch));
        set(false);
    }

    @Override
    void undo() {
        super.undo();
        at--;
    }

    @Override
    public SequencedMap<String, Tensor> stateDict() {
        var dict = super.stateDict();
        dict.put("epoch", tensor(at, dtype(DType.FLOAT64)));
        return dict;
    }

    @Override
    public void loadStateDict(Map<String, Tensor> dict) {
        double epoch = entry(dict, "epoch").item().doubleValue();
        super.loadStateDict(dict);
        at = epoch;
    }
}
