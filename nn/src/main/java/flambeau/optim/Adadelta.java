package flambeau.optim;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.rho;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.Rho;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Adadelta: {@code v = rho * v + (1 - rho) * g * g; d = sqrt(u + eps) / sqrt(v + eps) * g; u = rho * u + (1 - rho) * d * d;
 * p -= lr * d}.
 *
 * <p>Weight decay adds {@code weightDecay * p} to the gradient {@code g}. Source: Zeiler 2012, "ADADELTA: An Adaptive Learning Rate
 * Method".
 *
 * {@snippet :
 * var optimizer = new Adadelta(model.parameters());
 * }
 */
public final class Adadelta extends Optimizer
        implements Lr.Taker, Rho.Taker, Eps.Taker, WeightDecay.Taker, Maximize.Taker {
    private static final String SQUARES = "square_avg";
    private static final String DELTAS = "acc_delta";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1), rho (0.9), eps (1e-6), weightDecay (0), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or rho is not in [0, 1]
     */
    @SafeVarargs
    public Adadelta(List<? extends Tensor> params, Arg<? super Adadelta>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Adadelta(ParamGroups<? super Adadelta> groups, Arg<? super Adadelta>... args) {
        super(groups, args, lr(1), rho(0.9), eps(1e-6), weightDecay(0), maximize(false));
    }

    @Override
    protected void check(Options options) {
        double rho = options.get(Rho.class).value();
        if (!(rho >= 0 && rho <= 1)) throw new IllegalArgumentException("Adadelta: rho must be in [0, 1], got " + rho);
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(SQUARES, zerosLike(p));
        state.put(DELTAS, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        var rule = new Rule.Adadelta(
                Direction.of(options),
                state.group().lr(),
                options.get(Rho.class).value(),
                options.get(Eps.class).value());
        apply(rule, p, grad, state.get(SQUARES), state.get(DELTAS));
    }
}
