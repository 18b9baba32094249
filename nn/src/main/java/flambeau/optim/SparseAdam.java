package flambeau.optim;

import static flambeau.args.Args.betas;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * {@link Adam} for sparse gradients, as of an embedding: moments and parameters change only in the rows that a gradient has, as if the
 * others had not been asked.
 *
 * <p>A dense gradient is refused. Source: PyTorch.
 *
 * {@snippet :
 * var optimizer = new SparseAdam(model.parameters(), lr(1e-3));
 * }
 */
public final class SparseAdam extends Optimizer implements Lr.Taker, Betas.Taker, Eps.Taker, Maximize.Taker {
    private static final String M = "exp_avg";
    private static final String V = "exp_avg_sq";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-3), betas (0.9, 0.999), eps (1e-8), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if lr or eps is not
     *     positive, a beta is not in [0, 1), or an option is given twice
     */
    @SafeVarargs
    public SparseAdam(List<? extends Tensor> params, Arg<? super SparseAdam>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public SparseAdam(ParamGroups<? super SparseAdam> groups, Arg<? super SparseAdam>... args) {
        super(groups, args, lr(1e-3), betas(0.9, 0.999), eps(1e-8), maximize(false));
    }

    @Override
    protected void check(Options options) {
        double lr = options.get(Lr.class).value(), eps = options.get(Eps.class).value();
        if (lr == 0 || eps == 0)
            throw new IllegalArgumentException(
                    "SparseAdam: lr and eps must be positive, got %s and %s".formatted(lr, eps));
    }

    @Override
    void checkSparse(State state) {}

    @Override
    boolean takesDense() {
        return false;
    }

    @Override
    DType stepType() {
        return DType.INT64;
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(M, zerosLike(p));
        state.put(V, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        double beta1 = options.get(Betas.class).beta1(),
                beta2 = options.get(Betas.class).beta2();
        var rows = Rows.of(grad);
        if (rows == null || rows.values().numel() == 0) return;
        var g = options.get(Maximize.class).value() ? rows.values().neg() : rows.values();
        Tensor m = rows.in(state.get(M)), v = rows.in(state.get(V));
        Tensor dm = g.sub(m).mul_(1 - beta1), dv = g.square().sub_(v).mul_(1 - beta2);
        rows.add(state.get(M), dm, 1);
        rows.add(state.get(V), dv, 1);
        var root = v.add_(dv).sqrt_().add_(options.get(Eps.class).value());
        double rate = Math.sqrt(1 - Math.pow(beta2, state.step())) / (1 - Math.pow(beta1, state.step()));
        rows.add(p, m.add_(dm).div_(root), -state.group().lr() * rate);
    }
}
