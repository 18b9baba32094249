package flambeau.optim;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.lambd;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.t0;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Alpha;
import flambeau.args.Arg;
import flambeau.args.Lambd;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.T0;
import flambeau.args.WeightDecay;
import flambeau.array.DType;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Averaged stochastic gradient descent: {@code p -= eta * (g + lambd * p)}, and from step {@code t0} on the average of all {@code p}
 * since then as state {@code ax}.
 *
 * <p>The rate falls: {@code eta = lr / (1 + lambd * lr * t)^alpha} after step {@code t}. Weight decay adds {@code weightDecay * p} to
 * {@code g}. Source: Polyak and Juditsky 1992, "Acceleration of Stochastic Approximation by Averaging".
 *
 * {@snippet :
 * var optimizer = new ASGD(model.parameters(), lr(1e-2));
 * }
 */
public final class ASGD extends Optimizer
        implements Lr.Taker, Lambd.Taker, Alpha.Taker, T0.Taker, WeightDecay.Taker, Maximize.Taker {
    private static final String ETA = "eta";
    private static final String MU = "mu";
    private static final String AVERAGE = "ax";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-2), lambd (1e-4), alpha (0.75), t0 (1e6), weightDecay (0), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if lr or weightDecay
     *     is negative, or an option is given twice
     */
    @SafeVarargs
    public ASGD(List<? extends Tensor> params, Arg<? super ASGD>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public ASGD(ParamGroups<? super ASGD> groups, Arg<? super ASGD>... args) {
        super(groups, args, lr(1e-2), lambd(1e-4), alpha(0.75), t0(1e6), weightDecay(0), maximize(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(ETA, tensor(state.group().lr(), dtype(DType.FLOAT32)));
        state.put(MU, tensor(1.0, dtype(DType.FLOAT32)));
        state.put(AVERAGE, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        double lambd = options.get(Lambd.class).value(), lr = state.group().lr(), eta = state.number(ETA);
        var rule = new Rule.Asgd(Direction.of(options), 1 - lambd * eta, eta, state.number(MU));
        apply(rule, p, grad, state.get(AVERAGE));
        double power = options.get(Alpha.class).value().doubleValue();
        state.get(ETA).fill_(lr / Math.pow(1 + lambd * lr * state.step(), power));
        state.get(MU).fill_(1 / Math.max(1, state.step() - options.get(T0.class).value()));
    }
}
