package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Eps;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** The functions of statistics and physics that are tensor methods; the others are in {@link Special}. */
abstract sealed class SpecialFunctions extends Bounds permits Elementwise {
    SpecialFunctions() {}

    /** The error function {@code 2 / sqrt(pi) * integral from 0 to x of e^(-t t) dt}. */
    public Tensor erf() {
        return Op.of("Erf", Compute.floating(Unary.ERF, self()))
                .wrt(self(), dy -> dy.mul(bell().mul(2 / Math.sqrt(Math.PI))))
                .result();
    }

    /** {@code 1 - erf(x)}, exact where that is small. */
    public Tensor erfc() {
        return Op.of("Erfc", Compute.floating(Unary.ERFC, self()))
                .wrt(self(), dy -> dy.mul(bell().mul(-2 / Math.sqrt(Math.PI))))
                .result();
    }

    private Tensor bell() {
        return self().square().neg().exp();
    }

    /** The inverse of {@link #erf}; NaN outside [-1, 1]. */
    public Tensor erfinv() {
        var y = Compute.floating(Unary.ERFINV, self());
        return Op.of("Erfinv", y)
                .wrt(self(), dy -> dy.mul(self().erfinv().square().exp().mul(Math.sqrt(Math.PI) / 2)))
                .result();
    }

    /** The logarithm of {@code |gamma(x)|}. */
    public Tensor lgamma() {
        return Op.of("Lgamma", Compute.floating(Unary.LGAMMA, self()))
                .wrt(self(), dy -> dy.mul(self().digamma()))
                .result();
    }

    /** The derivative of {@link #lgamma}. */
    public Tensor digamma() {
        return Op.of("Digamma", Compute.floating(Unary.DIGAMMA, self()))
                .wrt(self(), dy -> dy.mul(self().polygamma(1)))
                .result();
    }

    /** The derivative of order {@code n} of {@link #digamma}. */
    public Tensor polygamma(int n) {
        Check.that(n >= 0, "polygamma: the order must not be negative, got %d", n);
        var x = self().plain(Promotion.floating(self().dtype()));
        var y = Compute.binary("polygamma", Binary.POLYGAMMA, new Tensor(Compute.scalar(n, x.dtype())), x);
        return Op.of("Polygamma", y)
                .wrt(self(), dy -> dy.mul(self().polygamma(n + 1)))
                .result();
    }

    /**
     * {@code 1 / gamma(this) * integral from 0 to other of t^(this - 1) e^-t dt}, broadcast. It has no derivative with respect
     * to this.
     */
    public Tensor igamma(Tensor other) {
        return Op.of("Igamma", Compute.reals("igamma", Binary.IGAMMA, self(), other))
                .wrt(self(), Compute.noGradient("igamma"))
                .wrt(other, dy -> dy.mul(density(other)))
                .result();
    }

    /** {@code 1 - igamma(other)}, exact where that is small. It has no derivative with respect to this. */
    public Tensor igammac(Tensor other) {
        return Op.of("Igammac", Compute.reals("igammac", Binary.IGAMMAC, self(), other))
                .wrt(self(), Compute.noGradient("igammac"))
                .wrt(other, dy -> dy.neg().mul(density(other)))
                .result();
    }

    /** {@code x^(a - 1) e^-x / gamma(a)}, a being this. */
    private Tensor density(Tensor x) {
        return self().sub(1).mul(x.log()).sub(x).sub(self().lgamma()).exp();
    }

    /** The modified Bessel function of the first kind, of order 0. */
    public Tensor i0() {
        return Op.of("I0", Compute.floating(Unary.I0, self()))
                .wrt(self(), dy -> dy.mul(Special.i1(self())))
                .result();
    }

    /**
     * {@code log(x / (1 - x))}.
     *
     * @param args eps (none): x is first brought into [eps, 1 - eps]
     */
    @SafeVarargs
    public final Tensor logit(Arg<? super Takes.Logit>... args) {
        var eps = given(args, Eps.class);
        var x = self().plain(Promotion.floating(self().dtype()));
        double low = eps == null ? 0 : eps.value(), high = 1 - low;
        if (eps != null) x = x.clamp(low, high);
        var y = Compute.unary(Unary.LOGIT, x);
        return Op.of("Logit", y)
                .wrt(self(), dy -> {
                    var outside = self().lt(low).logicalOr(self().gt(high));
                    var inside = self().abs(); // so that -0.0 gives a positive slope
                    return dy.div(inside.mul(inside.neg().add(1)))
                            .where(outside.logicalNot(), eps == null ? Double.NaN : 0.0);
                })
                .result();
    }

    /**
     * {@code sum for i < p of lgamma(x - i / 2) + p (p - 1) / 4 log(pi)}: the logarithm of the gamma function of {@code p}
     * dimensions.
     */
    public Tensor mvlgamma(int p) {
        Check.that(self().dtype() != DType.BOOL, "mvlgamma: takes no bool tensor");
        Check.that(p >= 1, "mvlgamma: p must be at least 1, got %d", p);
        var dtype = Promotion.floating(self().dtype());
        var halves = Tensors.arange(0, p, 1, flambeau.args.Args.dtype(dtype)).mul(-0.5);
        double constant = p * (p - 1) / 4.0 * Math.log(Math.PI);
        var x = self().plain(dtype).unrecorded();
        var y = x.unsqueeze(-1).add(halves).lgamma().sum(-1).add(constant);
        return Op.of("Mvlgamma", y)
                .wrt(
                        self(),
                        dy -> dy.mul(self().unsqueeze(-1).add(halves).digamma().sum(-1)))
                .result();
    }
}
