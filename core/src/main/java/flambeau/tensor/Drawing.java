package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.replacement;

import flambeau.args.Arg;
import flambeau.array.Array;
import flambeau.array.DType;
import java.util.function.BiConsumer;

/** Random numbers: in place, and drawn by probabilities. */
abstract sealed class Drawing extends InPlaceIndexing permits Tensor {
    Drawing() {}

    /**
     * Numbers that are evenly distributed in {@code [low, high)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor uniform_(double low, double high, Arg<? super Takes.Random>... args) {
        Check.that(low <= high, "uniform_: low (%s) must not be above high (%s)", low, high);
        return drawFloating("uniform_", args, (g, y) -> Draw.uniform(g, y, low, high));
    }

    /** Numbers that are evenly distributed in [0, 1). */
    public Tensor uniform_() {
        return uniform_(0, 1);
    }

    /**
     * Normally distributed numbers.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor normal_(double mean, double std, Arg<? super Takes.Random>... args) {
        Check.that(std >= 0, "normal_: the standard deviation must not be negative, got %s", std);
        boolean blocks = self().isContiguous();
        return drawFloating("normal_", args, (g, y) -> Draw.normal(g, y, mean, std, blocks));
    }

    /** Standard normal numbers. */
    public Tensor normal_() {
        return normal_(0, 1);
    }

    /**
     * Numbers whose logarithms are normally distributed with this mean and standard deviation.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor logNormal_(double mean, double std, Arg<? super Takes.Random>... args) {
        Check.that(std > 0, "logNormal_: the standard deviation must be positive, got %s", std);
        return drawFloating("logNormal_", args, (g, y) -> Draw.logNormal(g, y, mean, std));
    }

    /**
     * Numbers with the density {@code sigma / (pi ((x - median)^2 + sigma^2))}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor cauchy_(double median, double sigma, Arg<? super Takes.Random>... args) {
        Check.that(sigma > 0, "cauchy_: sigma must be positive, got %s", sigma);
        return drawFloating("cauchy_", args, (g, y) -> Draw.cauchy(g, y, median, sigma));
    }

    /**
     * Numbers with the density {@code lambda e^(-lambda x)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor exponential_(double lambda, Arg<? super Takes.Random>... args) {
        Check.that(lambda > 0, "exponential_: lambda must be positive, got %s", lambda);
        return drawFloating("exponential_", args, (g, y) -> Draw.exponential(g, y, lambda));
    }

    /**
     * The numbers of trials up to the first success of probability {@code p}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor geometric_(double p, Arg<? super Takes.Random>... args) {
        Check.that(p > 0 && p < 1, "geometric_: p must be in (0, 1), got %s", p);
        return draw("geometric_", args, (g, y) -> Draw.geometric(g, y, p));
    }

    /**
     * Whole numbers in {@code [low, high)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor random_(long low, long high, Arg<? super Takes.Random>... args) {
        Check.that(low < high, "random_: low (%d) must be below high (%d)", low, high);
        Draw.checkRange("random_", self().dtype(), low, high);
        return draw("random_", args, (g, y) -> Draw.integers(g, y, low, high));
    }

    /**
     * Whole numbers from 0 to the largest of this dtype; of a floating one, to that up to which it holds all.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor random_(Arg<? super Takes.Random>... args) {
        return draw("random_", args, Draw::integers);
    }

    /**
     * 1 with probability {@code p}, else 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli_(double p, Arg<? super Takes.Random>... args) {
        Check.that(p >= 0 && p <= 1, "bernoulli_: p must be in [0, 1], got %s", p);
        return draw("bernoulli_", args, (g, y) -> Draw.bernoulli(g, y, p));
    }

    /**
     * 1 with the probability in {@code p}, broadcast, else 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli_(Tensor p, Arg<? super Takes.Random>... args) {
        checkProbabilities("bernoulli_", p);
        var wide = p.detach().to(p.dtype() == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32);
        checkBroadcast("bernoulli_", p.shape());
        var each = Sampling.inOrder(self(), wide.expand(self().shape()));
        return draw("bernoulli_", args, (g, y) -> Draw.bernoulli(g, y, each));
    }

    /**
     * 1 with the probability in this tensor, else 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli(Arg<? super Takes.Random>... args) {
        return new Tensor(Array.empty(self().raw().layout().fresh(), self().dtype())).bernoulli_(self(), args);
    }

    private static void checkProbabilities(String op, Tensor p) {
        Draw.checkFloating(op, p.dtype());
        boolean valid = p.count() == 0
                || p.detach().ge(0).logicalAnd(p.detach().le(1)).all().isTrue();
        Check.that(valid, "%s: the probabilities must be in [0, 1]", op);
    }

    /**
     * The places of {@code n} draws from each row of weights.
     *
     * @param args replacement (false), generator (the default one)
     */
    @SafeVarargs
    public final Tensor multinomial(int n, Arg<? super Takes.Multinomial>... args) {
        return Sampling.multinomial(self(), n, given(args, replacement(false)).value(), Generator.of(args));
    }

    /**
     * Numbers of a Poisson process with the rates in this tensor.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor poisson(Arg<? super Takes.Random>... args) {
        return Sampling.poisson(self(), Generator.of(args));
    }

    private Tensor drawFloating(String op, Arg<?>[] args, BiConsumer<Generator, Array> how) {
        Draw.checkFloating(op, self().dtype());
        return draw(op, args, how);
    }

    /** As {@code LogNormalBackward0} of {@code logNormal_}. */
    private static String node(String op) {
        return Character.toUpperCase(op.charAt(0)) + op.substring(1, op.length() - 1) + "Backward0";
    }

    /** PyTorch draws in the order of memory, whatever the shape. */
    private Tensor draw(String op, Arg<?>[] args, BiConsumer<Generator, Array> how) {
        return overwrite(op, node(op), null, () -> {
            var layout = Sampling.inMemoryOrder(self());
            var y = Array.empty(layout.shape(), self().dtype());
            how.accept(Generator.of(args), y);
            return y.as(Sampling.inOrderOf(self(), y.layout()));
        });
    }
}
