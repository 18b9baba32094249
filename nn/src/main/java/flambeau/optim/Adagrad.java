package flambeau.optim;

import static flambeau.args.Args.eps;
import static flambeau.args.Args.initialAccumulatorValue;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.lrDecay;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.fullLike;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.args.InitialAccumulatorValue;
import flambeau.args.Lr;
import flambeau.args.LrDecay;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Adagrad: {@code s += g * g; p -= lr' * g / (sqrt(s) + eps)}, where {@code lr' = lr / (1 + (t - 1) * lrDecay)} in step {@code t}.
 *
 * <p>Weight decay adds {@code weightDecay * p} to the gradient {@code g}. Of a sparse gradient only its rows are touched; it takes no
 * weight decay. Source: Duchi et al. 2011, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization".
 *
 * {@snippet :
 * var optimizer = new Adagrad(model.parameters(), lr(1e-2));
 * }
 */
public final class Adagrad extends Optimizer
        implements Lr.Taker,
                LrDecay.Taker,
                WeightDecay.Taker,
                InitialAccumulatorValue.Taker,
                Eps.Taker,
                Maximize.Taker {
    private static final String SUM = "sum";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-2), lrDecay (0), weightDecay (0), initialAccumulatorValue (0), eps (1e-10), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice
     */
    @SafeVarargs
    public Adagrad(List<? extends Tensor> params, Arg<? super Adagrad>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Adagrad(ParamGroups<? super Adagrad> groups, Arg<? super Adagrad>... args) {
        super(
                groups,
                args,
                lr(1e-2),
                lrDecay(0),
                weightDecay(0),
                initialAccumulatorValue(0),
                eps(1e-10),
                maximize(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(
                SUM,
                fullLike(p, state.group().get(InitialAccumulatorValue.class).value()));
    }

    @Override
    void checkSparse(State state) {
        Rows.checkNoDecay(state);
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        double eps = options.get(Eps.class).value();
        double rate = state.group().lr()
                / (1 + (state.step() - 1) * options.get(LrDecay.class).value());
        var s = state.get(SUM);
        var rows = Rows.of(grad);
        if (rows == null) {
            apply(new Rule.Adagrad(Direction.of(options), rate, eps), p, grad, s);
            return;
        }
        var g = options.get(Maximize.class).value() ? rows.values().neg() : rows.values();
        rows.add(s, g.square(), 1);
        rows.add(p, g.div(rows.in(s).sqrt_().add_(eps)), -rate);
    }
}
