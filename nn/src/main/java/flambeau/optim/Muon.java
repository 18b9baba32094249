package flambeau.optim;

import static flambeau.args.Args.adjustLrFn;
import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.nesterov;
import static flambeau.args.Args.nsCoefficients;
import static flambeau.args.Args.nsSteps;
import static flambeau.args.Args.weightDecay;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.AdjustLrFn;
import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.LrAdjustment;
import flambeau.args.Momentum;
import flambeau.args.Nesterov;
import flambeau.args.NsCoefficients;
import flambeau.args.NsSteps;
import flambeau.args.WeightDecay;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * Muon, for the matrices of hidden layers: momentum {@code m += (1 - momentum) * (g - m)}, whose singular values are then all brought
 * near 1, {@code p -= lr' * orthogonal(m)}.
 *
 * <p>A Newton-Schulz iteration {@code x = a x + (b xxᵀ + c (xxᵀ)²) x} in bfloat16 brings them there. With Nesterov's momentum it is fed
 * {@code g + momentum * (m - g)}. Weight decay takes {@code lr * weightDecay * p} from the parameter first. {@code lr'} depends on the
 * shape: {@link flambeau.args.LrAdjustment}. Parameters of other than two dimensions are refused; give them to {@link AdamW}. Sources:
 * Jordan et al. 2024, "Muon: An optimizer for hidden layers in neural networks"; Liu et al. 2025, "Muon is Scalable for LLM Training".
 *
 * {@snippet :
 * var optimizer = new Muon(matrices, lr(2e-2));
 * }
 */
public final class Muon extends Optimizer
        implements Lr.Taker,
                WeightDecay.Taker,
                Momentum.Taker,
                Nesterov.Taker,
                NsCoefficients.Taker,
                Eps.Taker,
                NsSteps.Taker,
                AdjustLrFn.Taker {
    private static final String VELOCITY = "momentum_buffer";

    /**
     * An optimiser of all parameters with the same options.
     *
     * @param params the parameters, all leaves
     * @param args lr (1e-3), weightDecay (0.1), momentum (0.95), nesterov (true), nsCoefficients (3.4445, -4.775,
     *     2.0315), eps (1e-7), nsSteps (5), adjustLrFn (ORIGINAL)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if one is no matrix;
     *     if lr, momentum or weightDecay is negative, there are 100 steps or more, or an option is given twice
     */
    @SafeVarargs
    public Muon(List<? extends Tensor> params, Arg<? super Muon>... args) {
        this(group(params), args);
    }

    /**
     * An optimiser of parameters in groups.
     *
     * @param groups the parameters, and the options in which a group differs
     * @param args as above, for what a group does not say
     */
    @SafeVarargs
    public Muon(ParamGroups<? super Muon> groups, Arg<? super Muon>... args) {
        super(
                groups,
                args,
                lr(1e-3),
                weightDecay(0.1),
                momentum(0.95),
                nesterov(true),
                nsCoefficients(3.4445, -4.775, 2.0315),
                eps(1e-7),
                nsSteps(5),
                adjustLrFn(LrAdjustment.ORIGINAL));
    }

    @Override
    protected void check(Options options) {
        int steps = options.get(NsSteps.class).value();
        if (steps < 0 || steps >= 100)
            throw new IllegalArgumentException("Muon: nsSteps must be in 0 .. 99, got " + steps);
    }

    @Override
    void check(Tensor p, int number) {
        if (p.dim() != 2)
            throw new IllegalArgumentException(
                    "Muon: parameter %d must be a matrix, it is %s".formatted(number, p.describe()));
    }

    @Override
    protected void init(Tensor p, State state) {
        state.put(VELOCITY, zerosLike(p));
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        var options = state.group().options();
        double momentum = options.get(Momentum.class).value(),
                lr = state.group().lr();
        var m = state.get(VELOCITY).lerp_(grad, 1 - momentum);
        var u = orthogonal(options.get(Nesterov.class).value() ? grad.lerp(m, momentum) : m, options);
        p.mul_(1 - lr * options.get(WeightDecay.class).value());
        p.sub_(
                u.to(p.dtype()),
                alpha(lr * adjustment(options.get(AdjustLrFn.class).value(), p.size(0), p.size(1))));
    }

    private static Tensor orthogonal(Tensor g, Options options) {
        var c = options.get(NsCoefficients.class);
        boolean tall = g.size(0) > g.size(1); // the product of a wide matrix with its transpose is the small one
        var x = g.to(DType.BFLOAT16);
        if (tall) x = x.t();
        x = x.div(x.norm().clampMin_(options.get(Eps.class).value()));
        for (int i = 0; i < options.get(NsSteps.class).value(); i++) {
            var square = x.matmul(x.t());
            x = x.addmm(square.addmm(square, square, beta(c.b()), alpha(c.c())), x, beta(c.a()));
        }
        return tall ? x.t() : x;
    }

    private static double adjustment(LrAdjustment way, double a, double b) {
        return switch (way) {
            case ORIGINAL -> Math.sqrt(Math.max(1, a / b));
            case MATCH_RMS_ADAMW -> 0.2 * Math.sqrt(Math.max(a, b));
        };
    }
}
