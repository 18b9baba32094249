package flambeau.optim;

import static flambeau.args.Args.betas;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Adam with the maximum norm: {@code m += (1 - beta1) * (g - m); u = max(beta2 * u, |g| + eps); p -= lr / (1 - beta1^t) * m / u} in
 * step {@code t}.
 *
 * <p>Weight decay adds {@code weightDecay * p} to the gradient {@code g}. Source: Kingma and Ba 2014, "Adam: A Method for Stochastic
 * Optimization", section 7.
 *
 * {@snippet :
 * var optimizer = new Adamax(model.parameters(), lr(2e-3));
 * }
 */
public final class Adamax extends Optimizer
        implements Lr.Taker, Betas.Taker, Eps.Taker, WeightDecay.Taker, Maximize.Taker {
    private static final String M = "exp_avg";
    private static final String U = "exp_inf";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (2e-3), betas (0.9, 0.999), eps (1e-8), weightDecay (0), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or a beta is not in [0, 1)
     */
    @SafeVarargs
    public Adamax(List<? extends Tensor> params, Arg<? super Adamax>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Adamax(ParamGroups<? super Adamax> groups, Arg<? super Adamax>... args) {
        super(groups, args, lr(2e-3), betas(0.9, 0.999), eps(1e-8), weightDecay(0), maximize(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(M, zerosLike(p));
        state.put(U, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        var betas = options.get(Betas.class);
        var rule = new Rule.Adamax(
                Direction.of(options),
                1 - betas.beta1(),
                betas.beta2(),
                state.group().lr() / (1 - Math.pow(betas.beta1(), state.step())),
                options.get(Eps.class).value());
        apply(rule, p, grad, state.get(M), state.get(U));
    }
}
