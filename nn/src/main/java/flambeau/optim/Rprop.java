package flambeau.optim;

import static flambeau.args.Args.etas;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.stepSizes;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.fullLike;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Etas;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.StepSizes;
import flambeau.array.Rule;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Resilient backpropagation, for gradients of the whole data: each element has a step size of its own, which grows by {@code etas.plus}
 * while its gradient keeps its sign, and shrinks by {@code etas.minus} where that changes; {@code p -= sign(g) * size}.
 *
 * <p>Where the sign has changed, the element stays for one step. Source: Riedmiller and Braun 1993, "A Direct Adaptive Method for Faster
 * Backpropagation Learning".
 *
 * {@snippet :
 * var optimizer = new Rprop(model.parameters(), lr(1e-2));
 * }
 */
public final class Rprop extends Optimizer implements Lr.Taker, Etas.Taker, StepSizes.Taker, Maximize.Taker {
    private static final String PREVIOUS = "prev";
    private static final String SIZE = "step_size";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-2), etas (0.5, 1.2), stepSizes (1e-6, 50), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if lr is negative,
     *     the etas are not in (0, 1) and above 1, or an option is given twice
     */
    @SafeVarargs
    public Rprop(List<? extends Tensor> params, Arg<? super Rprop>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Rprop(ParamGroups<? super Rprop> groups, Arg<? super Rprop>... args) {
        super(groups, args, lr(1e-2), etas(0.5, 1.2), stepSizes(1e-6, 50), maximize(false));
    }

    @Override
    protected void check(Options options) {
        var etas = options.get(Etas.class);
        if (!(etas.minus() > 0 && etas.minus() < 1 && etas.plus() > 1))
            throw new IllegalArgumentException(
                    "Rprop: etas must be in (0, 1) and above 1, got %s and %s".formatted(etas.minus(), etas.plus()));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(PREVIOUS, zerosLike(p));
        state.put(SIZE, fullLike(p, state.group().lr()));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        var etas = options.get(Etas.class);
        var sizes = options.get(StepSizes.class);
        var start = new Rule.Start(options.get(Maximize.class).value(), 1, 0);
        var rule = new Rule.Rprop(start, etas.minus(), etas.plus(), sizes.min(), sizes.max());
        apply(rule, p, grad, state.get(PREVIOUS), state.get(SIZE));
    }
}
