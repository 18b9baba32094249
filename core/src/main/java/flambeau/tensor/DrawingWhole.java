package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.replacement;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.From;
import flambeau.args.To;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.autograd.Op;

/** Random whole numbers: in place, and drawn by probabilities. */
abstract sealed class DrawingWhole extends Drawing permits Conversions {
    DrawingWhole() {}

    /**
     * The numbers of trials up to the first success of probability {@code p}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor geometric_(double p, Arg<? super Takes.Random>... args) {
        Check.that(p > 0 && p < 1, "geometric_: p must be in (0, 1), got %s", p);
        Check.that(self().dtype() != DType.BOOL, "geometric_: takes no bool tensor");
        return draw("geometric_", args, (g, y) -> Draw.geometric(g, y, p));
    }

    /**
     * Whole numbers in {@code [from, to)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor random_(long from, long to, Arg<? super Takes.Random>... args) {
        var range = WholeRange.of("random_", self().dtype(), from, to);
        return draw("random_", args, (g, y) -> Draw.integers(g, y, range));
    }

    /**
     * Whole numbers in {@code [0, to)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor random_(long to, Arg<? super Takes.Random>... args) {
        return random_(0, to, args);
    }

    /**
     * Whole numbers in {@code [from, to)}.
     *
     * @param args from (0), to (beyond the largest number of this dtype; of a floating one, the last up to which it holds
     *     all), generator (the default one)
     */
    @SafeVarargs
    public final Tensor random_(Arg<? super Takes.RandomRange>... args) {
        var start = given(args, From.class);
        var end = given(args, To.class);
        if (end == null && start == null) return draw("random_", args, Draw::integers);
        long low = whole("from", given(args, Args.from(0)).value());
        if (end != null) return random_(low, whole("to", end.value()), Generator.of(args));
        var range = WholeRange.from("random_", self().dtype(), low);
        return draw("random_", args, (g, y) -> Draw.integers(g, y, range));
    }

    private static long whole(String name, Number value) {
        Check.that(!Promotion.isFloating(value), "random_: %s must be a whole number, got %s", name, value);
        return value.longValue();
    }

    /**
     * 1 with probability {@code p}, else 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli_(double p, Arg<? super Takes.Random>... args) {
        Check.that(p >= 0 && p <= 1, "bernoulli_: p must be in [0, 1], got %s", p);
        return draw("bernoulli_", "BernoulliBackward2", null, args, (g, y) -> Draw.bernoulli(g, y, p));
    }

    /**
     * 1 with probability {@code p}, else 0.
     *
     * @param args p (0.5), generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli_(Arg<? super Takes.Bernoulli>... args) {
        return bernoulli_(given(args, Args.p(0.5)).value(), Generator.of(args));
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
        return draw("bernoulli_", "BernoulliBackward1", null, args, (g, y) -> Draw.bernoulli(g, y, each));
    }

    /**
     * 1 with the probability in this tensor, else 0; the gradient is 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli(Arg<? super Takes.Random>... args) {
        return Op.of("Bernoulli", like().bernoulli_(self().detach(), args))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }

    /**
     * 1 with probability {@code p}, else 0, of the shape and dtype of this tensor, whose values do not matter.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli(double p, Arg<? super Takes.Random>... args) {
        return like().bernoulli_(p, args);
    }

    private Tensor like() {
        return new Tensor(Array.empty(self().raw().layout().fresh(), self().dtype()));
    }

    private static void checkProbabilities(String op, Tensor p) {
        Draw.checkFloating(op, p.dtype());
        boolean valid = p.count() == 0
                || p.detach().ge(0).logicalAnd(p.detach().le(1)).all().isTrue();
        Check.that(valid, "%s: the probabilities must be in [0, 1]", op);
    }

    /**
     * The places of {@code numSamples} draws from each row of weights.
     *
     * @param args replacement (false), generator (the default one)
     */
    @SafeVarargs
    public final Tensor multinomial(int numSamples, Arg<? super Takes.Multinomial>... args) {
        return Sampling.multinomial(
                self(), numSamples, given(args, replacement(false)).value(), Generator.of(args));
    }

    /**
     * Numbers of a Poisson process with the rates in this tensor; the gradient is 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor poisson(Arg<? super Takes.Random>... args) {
        return Op.of("Poisson", Sampling.poisson(self(), Generator.of(args)))
                .wrt(self(), Tensors::zerosLike)
                .result();
    }
}
