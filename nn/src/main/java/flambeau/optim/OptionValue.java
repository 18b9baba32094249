package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Amsgrad;
import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Dampening;
import flambeau.args.DecoupledWeightDecay;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.Momentum;
import flambeau.args.Nesterov;
import flambeau.args.WeightDecay;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Options as tensors, by PyTorch's words. */
final class OptionValue {
    private OptionValue() {}

    /** PyTorch's word for an option, as {@code weight_decay}. */
    static String word(Arg<?> option) {
        return option.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }

    /** The value, float64 or bool; null for an option of the user's own. */
    static @Nullable Tensor of(Arg<?> option) {
        var value = value(option);
        if (value == null) return null;
        return tensor(value, dtype(value instanceof Boolean ? DType.BOOL : DType.FLOAT64));
    }

    /** The word and the value, as {@code lr: 0.1}. */
    static String text(Arg<?> option) {
        var value = value(option);
        if (value == null) return option.toString();
        return word(option) + ": " + (value instanceof double[] all ? Arrays.toString(all) : value);
    }

    private static @Nullable Object value(Arg<?> option) {
        return switch (option) {
            case Amsgrad(boolean v) -> v;
            case Betas(double beta1, double beta2) -> new double[] {beta1, beta2};
            case Dampening(double v) -> v;
            case DecoupledWeightDecay(boolean v) -> v;
            case Eps(double v) -> v;
            case Lr(double v) -> v;
            case Maximize(boolean v) -> v;
            case Momentum(double v) -> v;
            case Nesterov(boolean v) -> v;
            case WeightDecay(double v) -> v;
            default -> null;
        };
    }

    /** An option of the same kind as {@code option} with this value. */
    static Arg<?> read(String prefix, Arg<?> option, Tensor value) {
        var v = value.toDoubleArray();
        int expected = option instanceof Betas ? 2 : 1;
        if (v.length != expected)
            throw new IllegalArgumentException("the state dict's %s%s has %d values, expected %d"
                    .formatted(prefix, word(option), v.length, expected));
        return switch (option) {
            case Amsgrad _ -> new Amsgrad(v[0] != 0);
            case Betas _ -> new Betas(v[0], v[1]);
            case Dampening _ -> new Dampening(v[0]);
            case DecoupledWeightDecay _ -> new DecoupledWeightDecay(v[0] != 0);
            case Eps _ -> new Eps(v[0]);
            case Lr _ -> new Lr(v[0]);
            case Maximize _ -> new Maximize(v[0] != 0);
            case Momentum _ -> new Momentum(v[0]);
            case Nesterov _ -> new Nesterov(v[0] != 0);
            case WeightDecay _ -> new WeightDecay(v[0]);
            default -> option;
        };
    }
}
