package flambeau.optim;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.historySize;
import static flambeau.args.Args.lineSearchFn;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.maxEval;
import static flambeau.args.Args.maxIter;
import static flambeau.args.Args.toleranceChange;
import static flambeau.args.Args.toleranceGrad;
import static flambeau.optim.ParamGroups.group;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.stack;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.HistorySize;
import flambeau.args.LineSearchFn;
import flambeau.args.Lr;
import flambeau.args.MaxEval;
import flambeau.args.MaxIter;
import flambeau.args.ToleranceChange;
import flambeau.args.ToleranceGrad;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * L-BFGS: Newton's method with an inverse Hessian estimated from the last steps. One {@link #step(Supplier) step} is a whole
 * minimisation of at most {@code maxIter} iterations, and computes the loss several times; {@code step()} is refused.
 *
 * <p>Each iteration goes along {@code d = -H g} by {@code lr} (in the first one by {@code lr * min(1, 1 / sum |g|)}), or as far as a line
 * search says. It ends after {@code maxIter} iterations or {@code maxEval} evaluations, where no gradient is above {@code
 * toleranceGrad}, or where loss or parameters change by less than {@code toleranceChange}. All parameters are in one group. Source:
 * Nocedal 1980, "Updating Quasi-Newton Matrices with Limited Storage"; Schmidt's minFunc.
 *
 * {@snippet :
 * var optimizer = new LBFGS(model.parameters(), lineSearchFn(LineSearch.STRONG_WOLFE));
 * optimizer.step(() -> {
 *     optimizer.zeroGrad();
 *     var loss = model.apply(x).sub(y).square().mean();
 *     loss.backward();
 *     return loss;
 * });
 * }
 */
public final class LBFGS extends Optimizer
        implements Lr.Taker,
                MaxIter.Taker,
                MaxEval.Taker,
                ToleranceGrad.Taker,
                ToleranceChange.Taker,
                HistorySize.Taker,
                LineSearchFn.Taker {
    private static final double LEAST_CURVATURE = 1e-10; // below it a step says nothing about the Hessian

    /**
     * An optimiser of all parameters.
     *
     * @param params the parameters, all leaves
     * @param args lr (1), maxIter (20), maxEval (null: 5/4 maxIter), toleranceGrad (1e-7), toleranceChange (1e-9), historySize
     *     (100), lineSearchFn (null)
     * @throws IllegalArgumentException if there is no parameter, one is no leaf or comes twice; if lr is negative or an option is
     *     given twice
     */
    @SafeVarargs
    public LBFGS(List<? extends Tensor> params, Arg<? super LBFGS>... args) {
        this(group(params), args);
    }

    /**
     * The same, as the other optimisers have it.
     *
     * @param groups the parameters: one group
     * @param args as above
     * @throws IllegalArgumentException also if there are several groups
     */
    @SafeVarargs
    public LBFGS(ParamGroups<? super LBFGS> groups, Arg<? super LBFGS>... args) {
        super(
                groups,
                args,
                lr(1),
                maxIter(20),
                maxEval(null),
                toleranceGrad(1e-7),
                toleranceChange(1e-9),
                historySize(100),
                lineSearchFn(null));
        if (groups().size() != 1)
            throw new IllegalArgumentException("LBFGS: takes one group of parameters, got " + groups().size());
    }

    @Override
    void checkSparse(State state) {}

    @Override
    boolean isStateFree() {
        return true;
    }

    @Override
    protected void update(Tensor p, Tensor grad, State state) {
        throw new IllegalStateException("LBFGS: step takes a closure that computes the loss");
    }

    @Override
    void advance() {
        throw new IllegalStateException("LBFGS: step takes a closure that computes the loss");
    }

    @Override
    Tensor minimize(Supplier<Tensor> closure) {
        try (var _ = noGrad()) {
            return new Search(closure).run();
        }
    }

    /** How often a step may compute the loss. */
    static int mostEvaluations(ParamGroup group) {
        var given = group.get(MaxEval.class).value();
        return given == null ? group.get(MaxIter.class).value() * 5 / 4 : given;
    }

    /** What one step does. */
    private final class Search {
        private final Supplier<Tensor> closure;
        private final ParamGroup group = groups().getFirst();
        private final State state = group.states[0]; // of all parameters together, saved with the first
        private final int historySize = group.get(HistorySize.class).value();
        private final double lr = group.lr();
        private final List<Tensor> changes; // of gradients, the oldest first
        private final List<Tensor> steps;
        private long iterations;
        private double t;
        private double scale; // the first estimate of the inverse Hessian
        private Tensor d;
        private Tensor previous; // gradient
        private double loss;
        private double before; // the loss where the last direction begins
        private Tensor grad;
        private int evaluations;
        private final Tensor origin; // the loss before

        Search(Supplier<Tensor> closure) {
            this.closure = closure;
            boolean fresh = !state.has("d");
            iterations = fresh ? 0 : (long) state.number("n_iter");
            t = fresh ? 0 : state.number("t");
            scale = fresh ? 1 : state.number("H_diag");
            changes = new ArrayList<>(
                    fresh || !state.has("old_dirs")
                            ? List.of()
                            : state.get("old_dirs").unbind());
            steps = new ArrayList<>(
                    fresh || !state.has("old_stps")
                            ? List.of()
                            : state.get("old_stps").unbind());
            grad = zerosLike(group.params().getFirst()); // until it is evaluated
            origin = evaluate();
            d = fresh ? grad : state.get("d");
            previous = fresh ? grad : state.get("prev_flat_grad");
        }

        Tensor run() {
            double toleranceGrad = group.get(ToleranceGrad.class).value();
            double toleranceChange = group.get(ToleranceChange.class).value();
            int maxIter = group.get(MaxIter.class).value();
            int maxEval = mostEvaluations(group);
            if (largest(grad) <= toleranceGrad) {
                count();
                return origin;
            }
            for (int i = 1; i <= maxIter; i++) {
                direct();
                before = loss;
                double slope = dot(grad, d);
                t = iterations == 1 ? Math.min(1, 1 / grad.abs().sum().item().doubleValue()) * lr : lr;
                if (slope > -toleranceChange) break;
                go(slope, maxEval - evaluations, i < maxIter);
                boolean done = evaluations >= maxEval
                        || largest(grad) <= toleranceGrad
                        || largest(d) * Math.abs(t) <= toleranceChange
                        || Math.abs(loss - before) < toleranceChange;
                if (done) break;
            }
            keep();
            return origin;
        }

        /** The loss and its gradient, here. */
        private Tensor evaluate() {
            var result = loss(closure);
            loss = result.item().doubleValue();
            var all = new ArrayList<Tensor>();
            for (var p : group.params()) {
                var g = p.grad();
                all.add((g == null ? zerosLike(p) : g.detach()).reshape(-1));
            }
            grad = cat(all, 0);
            evaluations++;
            return result.detach();
        }

        /** Takes the last step into the history, and sets the direction of the next. */
        private void direct() {
            iterations++;
            if (iterations == 1) d = grad.neg();
            else {
                learn(grad.sub(previous), d.mul(t));
                d = newton();
            }
            previous = grad;
        }

        private void learn(Tensor change, Tensor step) {
            double curvature = dot(change, step);
            if (!(curvature > LEAST_CURVATURE)) return;
            if (changes.size() == historySize) {
                changes.removeFirst();
                steps.removeFirst();
            }
            changes.add(change);
            steps.add(step);
            scale = curvature / dot(change, change);
        }

        /** {@code -H g} by the two loops over the history. */
        private Tensor newton() {
            int n = changes.size();
            var shares = new double[n];
            var q = grad.neg();
            for (int i = n - 1; i >= 0; i--) {
                shares[i] = dot(steps.get(i), q) / dot(changes.get(i), steps.get(i));
                q.sub_(changes.get(i), alpha(shares[i]));
            }
            q.mul_(scale);
            for (int i = 0; i < n; i++) {
                double back = dot(changes.get(i), q) / dot(changes.get(i), steps.get(i));
                q.add_(steps.get(i), alpha(shares[i] - back));
            }
            return q;
        }

        /** Goes along the direction; what loss and gradient are there is not asked after the last iteration. */
        private void go(double slope, int most, boolean more) {
            if (group.get(LineSearchFn.class).value() == null) {
                add(t);
                if (more) evaluate();
                return;
            }
            var here = group.params().stream().map(Tensor::clone).toList();
            var search = new StrongWolfe(
                    at -> {
                        add(at);
                        evaluate();
                        for (int i = 0; i < here.size(); i++)
                            group.params().get(i).copy_(here.get(i));
                        return new StrongWolfe.Point(at, loss, grad, dot(grad, d));
                    },
                    new StrongWolfe.Point(0, loss, grad, slope),
                    largest(d),
                    most);
            var found = search.from(t);
            t = found.t();
            loss = found.loss();
            grad = found.grad();
            add(t);
        }

        private void add(double distance) {
            int from = 0;
            for (var p : group.params()) {
                int n = Math.toIntExact(p.numel());
                p.add_(d.narrow(0, from, n).view(p.shape()), alpha(distance));
                from += n;
            }
        }

        private void count() {
            double earlier = state.has("func_evals") ? state.number("func_evals") : 0;
            state.put("func_evals", scalar(earlier + evaluations));
        }

        private void keep() {
            count();
            state.put("d", d);
            state.put("prev_flat_grad", previous);
            if (!changes.isEmpty()) {
                state.put("old_dirs", stack(changes, 0));
                state.put("old_stps", stack(steps, 0));
            }
            state.put("t", scalar(t));
            state.put("H_diag", scalar(scale));
            state.put("n_iter", scalar(iterations));
            state.put("prev_loss", scalar(before));
        }
    }

    private static Tensor scalar(double value) {
        return tensor(value, dtype(DType.FLOAT64));
    }

    private static double dot(Tensor a, Tensor b) {
        return a.dot(b).item().doubleValue();
    }

    private static double largest(Tensor x) {
        return x.numel() == 0 ? 0 : x.abs().max().item().doubleValue();
    }
}
