package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.AdjustLrFn;
import flambeau.args.Alpha;
import flambeau.args.Amsgrad;
import flambeau.args.Arg;
import flambeau.args.Beta2Decay;
import flambeau.args.Betas;
import flambeau.args.Centered;
import flambeau.args.D;
import flambeau.args.Dampening;
import flambeau.args.DecoupledWeightDecay;
import flambeau.args.Eps;
import flambeau.args.Epsilons;
import flambeau.args.Etas;
import flambeau.args.HistorySize;
import flambeau.args.InitialAccumulatorValue;
import flambeau.args.Lambd;
import flambeau.args.LineSearch;
import flambeau.args.LineSearchFn;
import flambeau.args.Lr;
import flambeau.args.LrAdjustment;
import flambeau.args.LrDecay;
import flambeau.args.MaxEval;
import flambeau.args.MaxIter;
import flambeau.args.Maximize;
import flambeau.args.Momentum;
import flambeau.args.MomentumDecay;
import flambeau.args.Nesterov;
import flambeau.args.NsCoefficients;
import flambeau.args.NsSteps;
import flambeau.args.Rho;
import flambeau.args.StepSizes;
import flambeau.args.T0;
import flambeau.args.ToleranceChange;
import flambeau.args.ToleranceGrad;
import flambeau.args.WeightDecay;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Options as tensors, by PyTorch's words. */
final class OptionValue {
    /** One kind of option: its word, its value as Boolean, Double or double[] and what is made of such numbers. */
    private record Kind(String word, int numbers, Function<Arg<?>, Object> value, Function<double[], Arg<?>> read) {}

    private static final Map<Class<?>, Kind> KINDS = new HashMap<>();

    static {
        several(
                AdjustLrFn.class,
                1,
                f -> (double) f.value().ordinal(),
                v -> new AdjustLrFn(one(LrAdjustment.values(), v[0])));
        several(Alpha.class, 1, a -> a.value().doubleValue(), v -> new Alpha(v[0]));
        flag(Amsgrad.class, Amsgrad::value, Amsgrad::new);
        number(Beta2Decay.class, Beta2Decay::value, Beta2Decay::new);
        several(Betas.class, 2, b -> new double[] {b.beta1(), b.beta2()}, v -> new Betas(v[0], v[1]));
        flag(Centered.class, Centered::value, Centered::new);
        number(D.class, D::value, D::new);
        number(Dampening.class, Dampening::value, Dampening::new);
        flag(DecoupledWeightDecay.class, DecoupledWeightDecay::value, DecoupledWeightDecay::new);
        number(Eps.class, Eps::value, Eps::new);
        several(Epsilons.class, 2, e -> new double[] {e.eps1(), e.eps2()}, v -> new Epsilons(v[0], v[1]));
        several(Etas.class, 2, e -> new double[] {e.minus(), e.plus()}, v -> new Etas(v[0], v[1]));
        several(HistorySize.class, 1, n -> (double) n.value(), v -> new HistorySize((int) v[0]));
        number(InitialAccumulatorValue.class, InitialAccumulatorValue::value, InitialAccumulatorValue::new);
        number(Lambd.class, Lambd::value, Lambd::new);
        several(
                LineSearchFn.class,
                1,
                f -> f.value() == null ? Double.NaN : f.value().ordinal(),
                v -> new LineSearchFn(Double.isNaN(v[0]) ? null : one(LineSearch.values(), v[0])));
        number(Lr.class, Lr::value, Lr::new);
        number(LrDecay.class, LrDecay::value, LrDecay::new);
        several(
                MaxEval.class,
                1,
                n -> n.value() == null ? Double.NaN : (double) n.value(),
                v -> new MaxEval(Double.isNaN(v[0]) ? null : (int) v[0]));
        several(MaxIter.class, 1, n -> (double) n.value(), v -> new MaxIter((int) v[0]));
        flag(Maximize.class, Maximize::value, Maximize::new);
        number(Momentum.class, Momentum::value, Momentum::new);
        number(MomentumDecay.class, MomentumDecay::value, MomentumDecay::new);
        flag(Nesterov.class, Nesterov::value, Nesterov::new);
        several(
                NsCoefficients.class,
                3,
                c -> new double[] {c.a(), c.b(), c.c()},
                v -> new NsCoefficients(v[0], v[1], v[2]));
        several(NsSteps.class, 1, n -> (double) n.value(), v -> new NsSteps((int) v[0]));
        number(Rho.class, Rho::value, Rho::new);
        several(StepSizes.class, 2, z -> new double[] {z.min(), z.max()}, v -> new StepSizes(v[0], v[1]));
        number(T0.class, T0::value, T0::new);
        number(ToleranceChange.class, ToleranceChange::value, ToleranceChange::new);
        number(ToleranceGrad.class, ToleranceGrad::value, ToleranceGrad::new);
        number(WeightDecay.class, WeightDecay::value, WeightDecay::new);
    }

    private OptionValue() {}

    private static <T extends Arg<T2>, T2> void flag(
            Class<T> type, Function<T, Object> value, Function<Boolean, T> make) {
        several(type, 1, value, v -> make.apply(v[0] != 0));
    }

    private static <T extends Arg<T2>, T2> void number(
            Class<T> type, Function<T, Object> value, Function<Double, T> make) {
        several(type, 1, value, v -> make.apply(v[0]));
    }

    private static <T extends Arg<T2>, T2> void several(
            Class<T> type, int numbers, Function<T, Object> value, Function<double[], T> make) {
        KINDS.put(type, new Kind(snake(type.getSimpleName()), numbers, o -> value.apply(type.cast(o)), make::apply));
    }

    private static <E extends Enum<E>> E one(E[] words, double number) {
        for (var word : words) if (word.ordinal() == number) return word;
        throw new IllegalArgumentException(
                "the state dict has %s for one of %s".formatted(number, Arrays.toString(words)));
    }

    /** Whether an option of some optimiser goes by this word of PyTorch's. */
    static boolean isWord(String word) {
        return KINDS.values().stream().anyMatch(kind -> kind.word.equals(word));
    }

    private static String snake(String name) {
        return name.equals("Epsilons")
                ? "eps"
                : name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** PyTorch's word for an option, as {@code weight_decay}. */
    static String word(Arg<?> option) {
        return snake(option.getClass().getSimpleName());
    }

    /** The value, float64 or bool; null for an option of the user's own. */
    static @Nullable Tensor of(Arg<?> option) {
        var kind = KINDS.get(option.getClass());
        if (kind == null) return null;
        var value = kind.value.apply(option);
        return tensor(value, dtype(value instanceof Boolean ? DType.BOOL : DType.FLOAT64));
    }

    /** The word and the value, as {@code lr: 0.1}. */
    static String text(Arg<?> option) {
        var kind = KINDS.get(option.getClass());
        if (kind == null) return option.toString();
        var value = kind.value.apply(option);
        return kind.word + ": " + (value instanceof double[] all ? Arrays.toString(all) : value);
    }

    /** An option of the same kind as {@code option} with this value. */
    static Arg<?> read(String prefix, Arg<?> option, Tensor value) {
        var v = value.toDoubleArray();
        var kind = KINDS.get(option.getClass());
        if (kind == null) return option;
        if (v.length != kind.numbers)
            throw new IllegalArgumentException("the state dict's %s%s has %d values, expected %d"
                    .formatted(prefix, kind.word, v.length, kind.numbers));
        return kind.read.apply(v);
    }
}
