package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.useBuffers;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.Momentum;
import flambeau.args.UseBuffers;
import flambeau.array.DType;
import flambeau.nn.BatchNorm;
import flambeau.nn.Buffer;
import flambeau.nn.Layer;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;

/**
 * A copy of a model whose parameters are an average over those of the training: of all equally (stochastic weight averaging), or the
 * later the more (exponential moving average).
 *
 * <p>The first {@link #updateParameters} copies, the others average. Buffers, as running statistics, are copied each time; with {@code
 * useBuffers} they are averaged, too. Sources: Izmailov et al. 2018, "Averaging Weights Leads to Wider Optima and Better Generalization";
 * PyTorch's {@code swa_utils}.
 *
 * {@snippet :
 * var averaged = new AveragedModel<>(net, AveragedModel.ema(0.999), useBuffers(true));
 * optimizer.step();
 * averaged.updateParameters(net);
 * averaged.module.eval();
 * }
 *
 * @param <M> the model
 */
public final class AveragedModel<M extends Module> extends Module implements UseBuffers.Taker {
    /** How a new value is taken into an average. */
    @FunctionalInterface
    public interface Average {
        /**
         * The new average.
         *
         * @param averaged the average so far
         * @param current the new value
         * @param n how many values are in the average
         */
        Tensor of(Tensor averaged, Tensor current, long n);
    }

    private final Buffer nAveraged = new Buffer(tensor(0, dtype(DType.INT64)));
    /** The average, a model like the one that is trained. */
    public final M module;

    private final transient Average average;
    private final transient boolean useBuffers;

    /**
     * The plain average.
     *
     * @param model of which a deep copy is made
     * @param args useBuffers (false)
     */
    @SafeVarargs
    public AveragedModel(M model, Arg<? super AveragedModel<M>>... args) {
        this(model, swa(), args);
    }

    /**
     * An average of one's own.
     *
     * @param model of which a deep copy is made
     * @param avgFn {@link #swa}, {@link #ema}, or another
     * @param args useBuffers (false)
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // a copy is of the same class
    public AveragedModel(M model, Average avgFn, Arg<? super AveragedModel<M>>... args) {
        module = (M) model.deepCopy();
        average = avgFn;
        useBuffers = given(args, useBuffers(false)).value();
    }

    /** Each value counts as much as the others: {@code a += (x - a) / (n + 1)}. */
    public static Average swa() {
        return (averaged, current, n) -> between(averaged, current, 1.0 / (n + 1));
    }

    /**
     * Later values count more: {@code a += (1 - decay) * (x - a)}.
     *
     * @param decay in [0, 1]
     */
    public static Average ema(double decay) {
        if (!(decay >= 0 && decay <= 1))
            throw new IllegalArgumentException("AveragedModel: decay must be in [0, 1], got " + decay);
        return (averaged, current, _) -> between(averaged, current, 1 - decay);
    }

    private static Tensor between(Tensor averaged, Tensor current, double weight) {
        return averaged.dtype().isFloatingPoint()
                ? averaged.lerp(current, weight)
                : averaged.mul(1 - weight).add(current.mul(weight));
    }

    /** The number of models in the average. */
    public long averaged() {
        return nAveraged.item().longValue();
    }

    /**
     * Takes a model into the average.
     *
     * @param model with the parameters and buffers of the one that was given at first
     * @throws IllegalArgumentException if it has others; nothing is changed then
     */
    public void updateParameters(Module model) {
        check(module.parameters(), model.parameters(), "parameters");
        check(module.buffers(), model.buffers(), "buffers");
        try (var _ = noGrad()) {
            take(module.parameters(), model.parameters(), averaged() > 0);
            take(module.buffers(), model.buffers(), averaged() > 0 && useBuffers);
            nAveraged.add_(1);
        }
    }

    private void take(List<? extends Tensor> averaged, List<? extends Tensor> current, boolean isAverage) {
        for (int i = 0; i < averaged.size(); i++) {
            Tensor a = averaged.get(i), x = current.get(i);
            a.copy_(isAverage ? average.of(a, x, averaged()) : x);
        }
    }

    /**
     * Computes the running statistics of all batch normalisations anew, as plain averages over the batches: an averaged model has
     * weights with which none were gathered.
     *
     * {@snippet :
     * AveragedModel.updateBn(loader, batch -> averaged.module.apply(batch.x()), averaged.module);
     * }
     *
     * @param loader the batches of one epoch
     * @param forward calls the model with a batch
     * @param model whose statistics these are; its mode is the same afterwards
     */
    public static <B> void updateBn(Iterable<B> loader, Consumer<? super B> forward, Module model) {
        var norms = model.modules().stream()
                .filter(BatchNorm.class::isInstance)
                .map(BatchNorm.class::cast)
                .toList();
        if (norms.isEmpty()) return;
        var momenta = norms.stream().map(norm -> norm.momentum).toList();
        boolean training = model.isTraining();
        try (var _ = noGrad()) {
            for (var norm : norms) {
                norm.resetRunningStats();
                norm.momentum = new Momentum(Double.NaN); // a plain average
            }
            model.train();
            for (var batch : loader) forward.accept(batch);
        } finally {
            for (int i = 0; i < norms.size(); i++) norms.get(i).momentum = momenta.get(i);
            model.train(training);
        }
    }

    /**
     * The same of batches that are tensors.
     *
     * @param loader the batches of one epoch
     * @param model whose statistics these are; its mode is the same afterwards
     */
    public static void updateBn(Iterable<? extends Tensor> loader, Layer model) {
        updateBn(loader, model::apply, model);
    }

    private static void check(List<? extends Tensor> averaged, List<? extends Tensor> current, String what) {
        boolean fits = averaged.size() == current.size();
        for (int i = 0; fits && i < averaged.size(); i++)
            fits = averaged.get(i).shape().equals(current.get(i).shape());
        if (!fits) throw new IllegalArgumentException("AveragedModel: the model has other %s".formatted(what));
    }
}
