package flambeau.optim;

import static flambeau.args.Args.betas;
import static flambeau.args.Args.decoupledWeightDecay;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

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
 * Adam whose step is rectified while the second moment is uncertain: {@code p -= lr * m' * r * sqrt(1 - beta2^t) / (sqrt(v) + eps)}, and
 * {@code p -= lr * m'} in the first steps; m, v and {@code m'} as in {@link Adam}.
 *
 * <p>With {@code rho_inf = 2 / (1 - beta2) - 1} and {@code rho = rho_inf - 2 t beta2^t / (1 - beta2^t)}, {@code r} is the root of {@code
 * (rho - 4)(rho - 2) rho_inf / ((rho_inf - 4)(rho_inf - 2) rho)}, where rho is above 5. Weight decay adds {@code weightDecay * p} to the
 * gradient {@code g}, or if decoupled takes {@code lr * weightDecay * p} from the parameter. Source: Liu et al. 2019, "On the Variance
 * of the Adaptive Learning Rate and Beyond".
 *
 * {@snippet :
 * var optimizer = new RAdam(model.parameters(), lr(1e-3));
 * }
 */
public final class RAdam extends Optimizer
        implements Lr.Taker, Betas.Taker, Eps.Taker, WeightDecay.Taker, DecoupledWeightDecay.Taker, Maximize.Taker {
    private static final String M = "exp_avg";
    private static final String V = "exp_avg_sq";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-3), betas (0.9, 0.999), eps (1e-8), weightDecay (0), decoupledWeightDecay (false), maximize
     *     (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or a beta is not in [0, 1)
     */
    @SafeVarargs
    public RAdam(List<? extends Tensor> params, Arg<? super RAdam>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public RAdam(ParamGroups<? super RAdam> groups, Arg<? super RAdam>... args) {
        super(
                groups,
                args,
                lr(1e-3),
                betas(0.9, 0.999),
                eps(1e-8),
                weightDecay(0),
                decoupledWeightDecay(false),
                maximize(false));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(M, zerosLike(p));
        state.put(V, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        var betas = options.get(Betas.class);
        double forgotten = Math.pow(betas.beta2(), state.step()), most = 2 / (1 - betas.beta2()) - 1;
        double rho = most - 2 * state.step() * forgotten / (1 - forgotten);
        double rate = state.group().lr() / (1 - Math.pow(betas.beta1(), state.step()));
        if (rho > 5) rate *= Math.sqrt(1 - forgotten) * rectification(rho, most);
        var start = Direction.decoupled(options);
        double eps = options.get(Eps.class).value();
        apply(new Rule.RAdam(start, Adam.moments(betas), rate, rho > 5, eps), p, grad, state.get(M), state.get(V));
    }

    private static double rectification(double rho, double most) {
        return Math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho));
    }
}
