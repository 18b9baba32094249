package flambeau.optim;

import static flambeau.args.Args.amsgrad;
import static flambeau.args.Args.betas;
import static flambeau.args.Args.decoupledWeightDecay;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Amsgrad;
import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.DecoupledWeightDecay;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Adam: {@code m += (1 - beta1) * (g - m); v = beta2 * v + (1 - beta2) * g * g; p -= lr * m' / (sqrt(v') + eps)}, where
 * {@code m' = m / (1 - beta1^t)} and {@code v' = v / (1 - beta2^t)} in step {@code t}.
 *
 * <p>Weight decay adds {@code weightDecay * p} to the gradient {@code g}, or if decoupled takes
 * {@code lr * weightDecay * p} from the parameter: {@link AdamW}. With amsgrad {@code v'} is made of the largest {@code
 * v} so far. Sources: Kingma and Ba 2014, "Adam: A Method for Stochastic Optimization"; Reddi et al. 2018, "On the
 * Convergence of Adam and Beyond".
 *
 * {@snippet :
 * var optimizer = new Adam(model.parameters(), lr(1e-3));
 * }
 */
public final class Adam extends Optimizer
        implements Lr.Taker,
                Betas.Taker,
                Eps.Taker,
                WeightDecay.Taker,
                Amsgrad.Taker,
                Maximize.Taker,
                DecoupledWeightDecay.Taker {
    private static final String M = "exp_avg";
    private static final String V = "exp_avg_sq";
    private static final String V_MAX = "max_exp_avg_sq";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-3), betas (0.9, 0.999), eps (1e-8), weightDecay (0), amsgrad (false), maximize (false),
     *     decoupledWeightDecay (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or a beta is not in [0, 1)
     */
    @SafeVarargs
    public Adam(List<? extends Tensor> params, Arg<? super Adam>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Adam(ParamGroups<? super Adam> groups, Arg<? super Adam>... args) {
        super(
                groups,
                args,
                lr(1e-3),
                betas(0.9, 0.999),
                eps(1e-8),
                weightDecay(0),
                amsgrad(false),
                maximize(false),
                decoupledWeightDecay(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        init(state, p);
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        apply(rule(state, Direction.decoupled(state.group().options())), p, grad, moments(state));
    }

    /** The state of Adam and {@link AdamW}. */
    static void init(State state, Tensor p) {
        state.put(M, zerosLike(p));
        state.put(V, zerosLike(p));
        if (state.group().get(Amsgrad.class).value()) state.put(V_MAX, zerosLike(p));
    }

    /** The same, for the rule. */
    static Tensor[] moments(State state) {
        return state.group().get(Amsgrad.class).value()
                ? new Tensor[] {state.get(M), state.get(V), state.get(V_MAX)}
                : new Tensor[] {state.get(M), state.get(V)};
    }

    /** The rule of Adam and {@link AdamW} in this step. */
    static Rule rule(State state, Rule.Start start) {
        var options = state.group().options();
        var betas = options.get(Betas.class);
        double rate = state.group().lr() / (1 - Math.pow(betas.beta1(), state.step()));
        double root = Math.sqrt(1 - Math.pow(betas.beta2(), state.step())); // here once, not in each element
        double eps = options.get(Eps.class).value();
        return new Rule.Adam(start, moments(betas), rate * root, eps * root);
    }

    /** How the moments go on, in this and the optimisers that are made of it. */
    static Rule.Moments moments(Betas betas) {
        return new Rule.Moments(1 - betas.beta1(), betas.beta2());
    }
}
