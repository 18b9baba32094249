package flambeau.tensor;

import static flambeau.args.Args.decimals;
import static flambeau.args.Args.given;

import flambeau.args.Arg;

/** Functions of PyTorch's {@code torch.special} that tensors have, too. */
abstract sealed class SpecialAliases permits Special {
    SpecialAliases() {}

    /** See {@link Tensor#erf}. */
    public static Tensor erf(Tensor x) {
        return x.erf();
    }

    /** See {@link Tensor#erfc}. */
    public static Tensor erfc(Tensor x) {
        return x.erfc();
    }

    /** See {@link Tensor#erfinv}. */
    public static Tensor erfinv(Tensor x) {
        return x.erfinv();
    }

    /** See {@link Tensor#sigmoid}. */
    public static Tensor expit(Tensor x) {
        return x.sigmoid();
    }

    /** See {@link Tensor#exp2}. */
    public static Tensor exp2(Tensor x) {
        return x.exp2();
    }

    /** See {@link Tensor#expm1}. */
    public static Tensor expm1(Tensor x) {
        return x.expm1();
    }

    /** See {@link Tensor#log1p}. */
    public static Tensor log1p(Tensor x) {
        return x.log1p();
    }

    /** See {@link Tensor#lgamma}. */
    public static Tensor gammaln(Tensor x) {
        return x.lgamma();
    }

    /** See {@link Tensor#digamma}. */
    public static Tensor digamma(Tensor x) {
        return x.digamma();
    }

    /** See {@link Tensor#digamma}. */
    public static Tensor psi(Tensor x) {
        return x.digamma();
    }

    /** See {@link Tensor#polygamma}. */
    public static Tensor polygamma(int n, Tensor x) {
        return x.polygamma(n);
    }

    /** See {@link Tensor#mvlgamma}. */
    public static Tensor multigammaln(Tensor x, int p) {
        return x.mvlgamma(p);
    }

    /** See {@link Tensor#igamma}. */
    public static Tensor gammainc(Tensor x, Tensor other) {
        return x.igamma(other);
    }

    /** See {@link Tensor#igammac}. */
    public static Tensor gammaincc(Tensor x, Tensor other) {
        return x.igammac(other);
    }

    /** See {@link Tensor#i0}. */
    public static Tensor i0(Tensor x) {
        return x.i0();
    }

    /**
     * See {@link Tensor#logit}.
     *
     * @param args eps (none): x is first brought into [eps, 1 - eps]
     */
    @SafeVarargs
    public static Tensor logit(Tensor x, Arg<? super Takes.Logit>... args) {
        return x.logit(args);
    }

    /** See {@link Tensor#xlogy(Tensor)}. */
    public static Tensor xlogy(Tensor x, Tensor other) {
        return x.xlogy(other);
    }

    /** See {@link Tensor#xlogy(Number)}. */
    public static Tensor xlogy(Tensor x, Number other) {
        return x.xlogy(other);
    }

    /** See {@link Tensors#xlogy}. */
    public static Tensor xlogy(Number x, Tensor other) {
        return NumberFirst.xlogy(x, other);
    }

    /** See {@link Tensor#sinc}. */
    public static Tensor sinc(Tensor x) {
        return x.sinc();
    }

    /**
     * See {@link Tensor#round}.
     *
     * @param args decimals (0)
     */
    @SafeVarargs
    public static Tensor round(Tensor x, Arg<? super Takes.Round>... args) {
        return x.round(decimals(given(args, decimals(0)).value()));
    }

    /**
     * See {@link Tensor#softmax}.
     *
     * @param args dtype to which x is converted first (none)
     */
    @SafeVarargs
    public static Tensor softmax(Tensor x, int dim, Arg<? super Takes.Softmax>... args) {
        return x.softmax(dim, args);
    }

    /**
     * See {@link Tensor#logSoftmax}.
     *
     * @param args dtype to which x is converted first (none)
     */
    @SafeVarargs
    public static Tensor logSoftmax(Tensor x, int dim, Arg<? super Takes.Softmax>... args) {
        return x.logSoftmax(dim, args);
    }
}
