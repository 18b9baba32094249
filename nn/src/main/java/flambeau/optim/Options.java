package flambeau.optim;

import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Eps;
import flambeau.args.Epsilons;
import flambeau.args.InitialAccumulatorValue;
import flambeau.args.Lr;
import flambeau.args.LrDecay;
import flambeau.args.Momentum;
import flambeau.args.MomentumDecay;
import flambeau.args.WeightDecay;
import java.util.List;

/** The options of one group: one of each kind that its optimiser takes. Immutable. */
public final class Options {
    private final String optimizer; // its name, for messages
    private final Arg<?>[] options;

    private Options(String optimizer, Arg<?>[] options) {
        this.optimizer = optimizer;
        this.options = options;
    }

    /** These, which name all kinds there are. */
    static Options of(String optimizer, Arg<?>[] all) {
        return new Options(optimizer, all.clone());
    }

    /** The option of this kind. */
    public <T extends Arg<?>> T get(Class<T> kind) {
        for (var option : options) if (kind.isInstance(option)) return kind.cast(option);
        throw new IllegalArgumentException(optimizer + ": does not take " + word(kind));
    }

    /** These options with one replaced. */
    Options with(Arg<?> option) {
        if (option == null) throw new IllegalArgumentException(optimizer + ": an option must not be null");
        check(option);
        var changed = options.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i].getClass() != option.getClass()) continue;
            changed[i] = option;
            return new Options(optimizer, changed);
        }
        throw new IllegalArgumentException(optimizer + ": does not take " + word(option.getClass()));
    }

    /** These options with several replaced, each kind at most once. */
    Options with(Arg<?>[] given) {
        var changed = this;
        for (int i = 0; i < given.length; i++) {
            changed = changed.with(given[i]);
            for (int j = 0; j < i; j++)
                if (given[j].getClass() == given[i].getClass())
                    throw new IllegalArgumentException(
                            "%s: %s is given twice".formatted(optimizer, word(given[i].getClass())));
        }
        return changed;
    }

    /** The name of the optimiser, for messages. */
    String optimizer() {
        return optimizer;
    }

    /** All options, in the order in which the optimiser lists them. */
    List<Arg<?>> all() {
        return List.of(options);
    }

    /** What every optimiser asks of the options that many of them share. */
    private void check(Arg<?> option) {
        switch (option) {
            case Lr(double lr) -> checkNotNegative("lr", lr);
            case Momentum(double momentum) -> checkNotNegative("momentum", momentum);
            case WeightDecay(double decay) -> checkNotNegative("weightDecay", decay);
            case Eps(double eps) -> checkNotNegative("eps", eps);
            case LrDecay(double value) -> checkNotNegative("lrDecay", value);
            case InitialAccumulatorValue(double value) -> checkNotNegative("initialAccumulatorValue", value);
            case MomentumDecay(double value) -> checkNotNegative("momentumDecay", value);
            case Betas(double beta1, double beta2) -> {
                checkBeta("beta1", beta1);
                checkBeta("beta2", beta2);
            }
            default -> {}
        }
    }

    private void checkNotNegative(String word, double value) {
        if (!(value >= 0)) // NaN is refused, too
        throw new IllegalArgumentException("%s: %s must not be negative, got %s".formatted(optimizer, word, value));
    }

    private void checkBeta(String word, double value) {
        if (!(value >= 0 && value < 1))
            throw new IllegalArgumentException("%s: %s must be in [0, 1), got %s".formatted(optimizer, word, value));
    }

    private static String word(Class<?> kind) {
        var name = kind == Epsilons.class ? "Eps" : kind.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
