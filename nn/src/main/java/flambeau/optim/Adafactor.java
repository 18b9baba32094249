package flambeau.optim;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta2Decay;
import static flambeau.args.Args.d;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maximize;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zeros;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Beta2Decay;
import flambeau.args.D;
import flambeau.args.Epsilons;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Adafactor: Adam without first moment, whose second moment of a matrix is kept as one number a row and one a column, {@code v =
 * row * col / mean(row)}; of a vector it is kept whole.
 *
 * <p>In step {@code t} the decay rate of the second moment is {@code 1 - t^beta2Decay}. The update {@code u = g / sqrt(v)} is divided by
 * {@code max(1, rms(u) / d)} and scaled by {@code max(eps2, rms(p)) * min(lr, 1 / sqrt(t))}. Weight decay takes {@code lr * weightDecay *
 * p} from the parameter first. Source: Shazeer and Stern 2018, "Adafactor: Adaptive Learning Rates with Sublinear Memory Cost"; as in
 * PyTorch, the learning rate is a ceiling of the relative step size.
 *
 * {@snippet :
 * var optimizer = new Adafactor(model.parameters(), lr(1e-3));
 * }
 */
public final class Adafactor extends Optimizer
        implements Lr.Taker, Beta2Decay.Taker, Epsilons.Taker, D.Taker, WeightDecay.Taker, Maximize.Taker {
    private static final String ROWS = "row_var";
    private static final String COLUMNS = "col_var";
    private static final String VARIANCE = "variance";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-2), beta2Decay (-0.8), eps (null, 1e-3), d (1), weightDecay (0), maximize (false)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if lr, weightDecay
     *     or an eps is negative, beta2Decay is positive, d is below 1, or an option is given twice
     */
    @SafeVarargs
    public Adafactor(List<? extends Tensor> params, Arg<? super Adafactor>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Adafactor(ParamGroups<? super Adafactor> groups, Arg<? super Adafactor>... args) {
        super(groups, args, lr(1e-2), beta2Decay(-0.8), eps(null, 1e-3), d(1), weightDecay(0), maximize(false));
    }

    @Override
    protected void check(Options options) {
        double decay = options.get(Beta2Decay.class).value(),
                d = options.get(D.class).value();
        if (!(decay <= 0))
            throw new IllegalArgumentException("Adafactor: beta2Decay must not be positive, got " + decay);
        if (!(d >= 1)) throw new IllegalArgumentException("Adafactor: d must be at least 1, got " + d);
        var eps = options.get(Epsilons.class);
        if (eps.eps1() < 0 || !(eps.eps2() >= 0)) // NaN is the dtype's own
        throw new IllegalArgumentException(
                    "Adafactor: eps must not be negative, got %s and %s".formatted(eps.eps1(), eps.eps2()));
    }

    @Override
    protected void init(Tensor p, State state) {
        if (p.dim() < 2) {
            state.put(VARIANCE, zerosLike(p));
            return;
        }
        state.put(ROWS, zeros(p.shape().with(p.dim() - 1, 1), dtype(p.dtype())));
        state.put(COLUMNS, zeros(p.shape().with(p.dim() - 2, 1), dtype(p.dtype())));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        var eps = options.get(Epsilons.class);
        double eps1 = Double.isNaN(eps.eps1()) ? p.dtype().finfo().eps() : eps.eps1();
        double lr = state.group().lr(), decay = options.get(WeightDecay.class).value();
        double t = state.step(),
                weight = Math.pow(t, options.get(Beta2Decay.class).value());
        double rate = Math.max(eps.eps2(), rms(p)) * Math.min(lr, 1 / Math.sqrt(t));
        var g = options.get(Maximize.class).value() ? grad.neg() : grad;
        if (decay != 0) p.mul_(1 - lr * decay);
        var u = variance(g, state, weight, eps1).clampMin_(eps1 * eps1).rsqrt_().mul_(g);
        p.sub_(u, alpha(rate / Math.max(1, rms(u) / options.get(D.class).value())));
    }

    /** The second moment with {@code g} taken in; the caller may change it. */
    private static Tensor variance(Tensor g, State state, double weight, double eps1) {
        if (g.dim() < 2) return state.get(VARIANCE).lerp_(g.square(), weight).clone();
        Tensor rows = state.get(ROWS), columns = state.get(COLUMNS);
        rows.lerp_(g.norm(2, dim(-1), keepdim(true)).square_().div_(g.size(-1)), weight);
        columns.lerp_(g.norm(2, dim(-2), keepdim(true)).square_().div_(g.size(-2)), weight);
        return rows.matmul(columns).div_(rows.mean(dim(-2), keepdim(true)).clampMin_(eps1));
    }

    private static double rms(Tensor x) {
        return x.norm().item().doubleValue() / Math.sqrt(x.numel());
    }
}
