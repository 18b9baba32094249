package flambeau.optim;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.dampening;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.nesterov;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Dampening;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.Momentum;
import flambeau.args.Nesterov;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Stochastic gradient descent, {@code p -= lr * g}, with momentum {@code v = momentum * v + (1 - dampening) * g; p -=
 * lr * v}.
 *
 * <p>Of a sparse gradient only its rows are touched, and with momentum those that any gradient has had; it takes no weight decay.
 * Weight decay adds {@code weightDecay * p} to the gradient {@code g}; Nesterov's momentum goes along {@code g +
 * momentum * v} instead of {@code v}. The first velocity is the gradient, undamped. As in PyTorch, {@code lr} scales
 * the velocity when it is used, not when it is gathered. Source: Sutskever et al. 2013, "On the importance of
 * initialization and momentum in deep learning".
 *
 * {@snippet :
 * var optimizer = new SGD(model.parameters(), lr(1e-2), momentum(0.9));
 * optimizer.zeroGrad();
 * loss.backward();
 * optimizer.step();
 * }
 */
public final class SGD extends Optimizer
        implements Lr.Taker, Momentum.Taker, Dampening.Taker, WeightDecay.Taker, Nesterov.Taker, Maximize.Taker {
    private static final String VELOCITY = "momentum_buffer";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-3), momentum (0), dampening (0), weightDecay (0), nesterov (false), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice, or nesterov has no momentum or a dampening
     */
    @SafeVarargs
    public SGD(List<? extends Tensor> params, Arg<? super SGD>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public SGD(ParamGroups<? super SGD> groups, Arg<? super SGD>... args) {
        super(groups, args, lr(1e-3), momentum(0), dampening(0), weightDecay(0), nesterov(false), maximize(false));
    }

    @Override
    protected void check(Options options) {
        if (!options.get(Nesterov.class).value()) return;
        double momentum = options.get(Momentum.class).value(),
                dampening = options.get(Dampening.class).value();
        if (momentum <= 0 || dampening != 0)
            throw new IllegalArgumentException("SGD: nesterov takes a momentum above 0 and no dampening, got %s and %s"
                    .formatted(momentum, dampening));
    }

    @Override
    void checkSparse(State state) {
        Rows.checkNoDecay(state);
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        double momentum = options.get(Momentum.class).value(),
                lr = state.group().lr();
        double share = 1 - options.get(Dampening.class).value();
        boolean first = momentum != 0 && !state.has(VELOCITY); // be it that momentum was switched on only now
        if (first) state.put(VELOCITY, zerosLike(p));
        boolean nesterov = options.get(Nesterov.class).value();
        var rule = new Rule.Sgd(Direction.of(options), lr, momentum, share, nesterov, first);
        var rows = Rows.of(grad);
        if (rows != null) update(rule, p, rows, state);
        else if (momentum == 0) apply(rule, p, grad);
        else apply(rule, p, grad, state.get(VELOCITY));
    }

    /** The same of a gradient that is 0 outside of some rows. */
    private static void update(Rule.Sgd rule, Tensor p, Rows rows, State state) {
        double lr = rule.start().maximize() ? -rule.rate() : rule.rate();
        if (rule.momentum() == 0 || rule.nesterov()) rows.add(p, rows.values(), -lr);
        if (rule.momentum() == 0) return;
        var v = state.get(VELOCITY).mul_(rule.momentum());
        rows.add(v, rows.values(), (rule.start().maximize() ? -1 : 1) * (rule.first() ? 1 : rule.share()));
        p.sub_(v, alpha(rule.nesterov() ? rule.rate() * rule.momentum() : rule.rate()));
    }
}
