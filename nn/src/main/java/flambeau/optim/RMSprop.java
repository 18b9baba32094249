package flambeau.optim;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.centered;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Alpha;
import flambeau.args.Arg;
import flambeau.args.Centered;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.Momentum;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * RMSprop: {@code v = alpha * v + (1 - alpha) * g * g; p -= lr * g / (sqrt(v) + eps)}.
 *
 * <p>Centred, the square of the mean gradient is taken from {@code v}: {@code a += (1 - alpha) * (g - a)}, and {@code sqrt(v - a * a)}
 * divides. With momentum {@code b = momentum * b + g / (sqrt(v) + eps); p -= lr * b}. Weight decay adds {@code weightDecay * p} to the
 * gradient {@code g}. Sources: Hinton's lecture 6e, "Neural Networks for Machine Learning"; centred: Graves 2013, "Generating Sequences
 * With Recurrent Neural Networks".
 *
 * {@snippet :
 * var optimizer = new RMSprop(model.parameters(), lr(1e-2));
 * }
 */
public final class RMSprop extends Optimizer
        implements Lr.Taker, Alpha.Taker, Eps.Taker, WeightDecay.Taker, Momentum.Taker, Centered.Taker, Maximize.Taker {
    private static final String SQUARES = "square_avg";
    private static final String VELOCITY = "momentum_buffer";
    private static final String MEAN = "grad_avg";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-2), alpha (0.99), eps (1e-8), weightDecay (0), momentum (0), centered (false), maximize
     *     (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if an option is
     *     negative or given twice
     */
    @SafeVarargs
    public RMSprop(List<? extends Tensor> params, Arg<? super RMSprop>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public RMSprop(ParamGroups<? super RMSprop> groups, Arg<? super RMSprop>... args) {
        super(
                groups,
                args,
                lr(1e-2),
                alpha(0.99),
                eps(1e-8),
                weightDecay(0),
                momentum(0),
                centered(false),
                maximize(false));
    }

    @Override
    protected void check(Options options) {
        var alpha = options.get(Alpha.class).value();
        if (!(alpha.doubleValue() >= 0))
            throw new IllegalArgumentException("RMSprop: alpha must not be negative, got " + alpha);
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(SQUARES, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        boolean centered = options.get(Centered.class).value();
        double momentum = options.get(Momentum.class).value();
        var rule = new Rule.RMSprop(
                Direction.of(options),
                state.group().lr(),
                options.get(Alpha.class).value().doubleValue(),
                options.get(Eps.class).value(),
                momentum,
                centered);
        var kept = new ArrayList<Tensor>(List.of(state.get(SQUARES)));
        if (centered) kept.add(kept(MEAN, p, state));
        if (momentum != 0) kept.add(kept(VELOCITY, p, state));
        apply(rule, p, grad, kept.toArray(Tensor[]::new));
    }

    /** What is made when it is first needed, be it that the option was switched on only now. */
    private static Tensor kept(String name, Tensor p, State state) {
        return state.has(name) ? state.get(name) : state.put(name, zerosLike(p));
    }
}
