package flambeau.optim;

import static flambeau.args.Args.amsgrad;
import static flambeau.args.Args.betas;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;

import flambeau.args.Amsgrad;
import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * {@link Adam} with decoupled weight decay: {@code p -= lr * weightDecay * p}, then Adam's step without decay. Source:
 * Loshchilov and Hutter 2017, "Decoupled Weight Decay Regularization".
 *
 * {@snippet :
 * var optimizer = new AdamW(model.parameters(), lr(3e-4), weightDecay(0.1));
 * }
 */
public final class AdamW extends Optimizer
        implements Lr.Taker, Betas.Taker, Eps.Taker, WeightDecay.Taker, Amsgrad.Taker, Maximize.Taker {
    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-3), betas (0.9, 0.999), eps (1e-8), weightDecay (1e-2), amsgrad (false), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or a beta is not in [0, 1)
     */
    @SafeVarargs
    public AdamW(List<? extends Tensor> params, Arg<? super AdamW>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public AdamW(ParamGroups<? super AdamW> groups, Arg<? super AdamW>... args) {
        super(groups, args, lr(1e-3), betas(0.9, 0.999), eps(1e-8), weightDecay(1e-2), amsgrad(false), maximize(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        Adam.init(state, p);
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        apply(Adam.rule(state, Direction.shrinking(state.group().options())), p, grad, Adam.moments(state));
    }
}
