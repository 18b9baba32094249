package flambeau.optim;

import static flambeau.args.Args.betas;
import static flambeau.args.Args.decoupledWeightDecay;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.momentumDecay;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.DecoupledWeightDecay;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.MomentumDecay;
import flambeau.args.WeightDecay;
import flambeau.array.DType;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Adam with Nesterov's momentum: {@code p -= lr * (m' + g') / (sqrt(v') + eps)}, where {@code m' = mu_{t+1} * m / (1 - mu_1 ... mu_{t+1})},
 * {@code g' = (1 - mu_t) * g / (1 - mu_1 ... mu_t)}, and m, v and {@code v'} as in {@link Adam}.
 *
 * <p>The momentum rises: {@code mu_t = beta1 * (1 - 0.5 * 0.96^(t * momentumDecay))}. Weight decay adds {@code weightDecay * p} to the
 * gradient {@code g}, or if decoupled takes {@code lr * weightDecay * p} from the parameter. Source: Dozat 2016, "Incorporating Nesterov
 * Momentum into Adam".
 *
 * {@snippet :
 * var optimizer = new NAdam(model.parameters(), lr(2e-3));
 * }
 */
public final class NAdam extends Optimizer
        implements Lr.Taker,
                Betas.Taker,
                Eps.Taker,
                WeightDecay.Taker,
                MomentumDecay.Taker,
                DecoupledWeightDecay.Taker,
                Maximize.Taker {
    private static final String MU_PRODUCT = "mu_product";
    private static final String M = "exp_avg";
    private static final String V = "exp_avg_sq";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (2e-3), betas (0.9, 0.999), eps (1e-8), weightDecay (0), momentumDecay (4e-3),
     *     decoupledWeightDecay (false), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or a beta is not in [0, 1)
     */
    @SafeVarargs
    public NAdam(List<? extends Tensor> params, Arg<? super NAdam>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public NAdam(ParamGroups<? super NAdam> groups, Arg<? super NAdam>... args) {
        super(
                groups,
                args,
                lr(2e-3),
                betas(0.9, 0.999),
                eps(1e-8),
                weightDecay(0),
                momentumDecay(4e-3),
                decoupledWeightDecay(false),
                maximize(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(MU_PRODUCT, tensor(1.0, dtype(DType.FLOAT32)));
        state.put(M, zerosLike(p));
        state.put(V, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        var betas = options.get(Betas.class);
        double lr = state.group().lr(), decay = options.get(MomentumDecay.class).value();
        double mu = momentum(betas, decay, state.step()), next = momentum(betas, decay, state.step() + 1);
        double product = state.get(MU_PRODUCT).mul_(mu).item().doubleValue();
        double root = Math.sqrt(1 - Math.pow(betas.beta2(), state.step()));
        var rule = new Rule.NAdam(
                Direction.decoupled(options),
                Adam.moments(betas),
                root * lr * (1 - mu) / (1 - product),
                root * lr * next / (1 - product * next),
                root * options.get(Eps.class).value());
        apply(rule, p, grad, state.get(M), state.get(V));
    }

    private static double momentum(Betas betas, double decay, long t) {
        return betas.beta1() * (1 - 0.5 * Math.pow(0.96, t * decay));
    }
}
