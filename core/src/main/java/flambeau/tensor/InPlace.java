package flambeau.tensor;

import flambeau.args.Arg;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The other changes in place: PyTorch's methods with a trailing underscore return this. */
abstract sealed class InPlace extends InPlaceLogic permits InPlaceIndexing {
    InPlace() {}

    /** The result of {@link #atan2(Tensor)}. */
    public Tensor atan2_(Tensor other) {
        return change("atan2_", x -> x.atan2(other), other);
    }

    /** The result of {@link #arctan2(Tensor)}. */
    public Tensor arctan2_(Tensor other) {
        return change("arctan2_", x -> x.arctan2(other), other);
    }

    /** The result of {@link #hypot(Tensor)}. */
    public Tensor hypot_(Tensor other) {
        return change("hypot_", x -> x.hypot(other), other);
    }

    /** The result of {@link #nextafter(Tensor)}. */
    public Tensor nextafter_(Tensor other) {
        return change("nextafter_", x -> x.nextafter(other), other);
    }

    /** The result of {@link #ldexp(Tensor)}. */
    public Tensor ldexp_(Tensor other) {
        return change("ldexp_", x -> x.ldexp(other), other);
    }

    /** The result of {@link #igamma(Tensor)}. */
    public Tensor igamma_(Tensor other) {
        return change("igamma_", x -> x.igamma(other), other);
    }

    /** The result of {@link #igammac(Tensor)}. */
    public Tensor igammac_(Tensor other) {
        return change("igammac_", x -> x.igammac(other), other);
    }

    /** The result of {@link #heaviside(Tensor)}. */
    public Tensor heaviside_(Tensor values) {
        return change("heaviside_", x -> x.heaviside(values), values);
    }

    /** The result of {@link #copysign(Tensor)}. */
    public Tensor copysign_(Tensor other) {
        return change("copysign_", x -> x.copysign(other), other);
    }

    /** The result of {@link #copysign(Number)}. */
    public Tensor copysign_(Number other) {
        return change("copysign_", x -> x.copysign(other));
    }

    /** The result of {@link #xlogy(Tensor)}. */
    public Tensor xlogy_(Tensor other) {
        return change("xlogy_", x -> x.xlogy(other), other);
    }

    /** The result of {@link #xlogy(Number)}. */
    public Tensor xlogy_(Number other) {
        return change("xlogy_", x -> x.xlogy(other));
    }

    /** The result of {@link #polygamma(int)}. */
    public Tensor polygamma_(int n) {
        return change("polygamma_", x -> x.polygamma(n));
    }

    /** The result of {@link #mvlgamma(int)}. */
    public Tensor mvlgamma_(int p) {
        return change("mvlgamma_", x -> x.mvlgamma(p));
    }

    /**
     * The result of {@link #round(Arg[])}.
     *
     * @param args decimals (0)
     */
    @SafeVarargs
    public final Tensor round_(Arg<? super Takes.Round>... args) {
        return change("round_", x -> x.round(args));
    }

    /**
     * The result of {@link #logit(Arg[])}.
     *
     * @param args eps (none)
     */
    @SafeVarargs
    public final Tensor logit_(Arg<? super Takes.Logit>... args) {
        return change("logit_", x -> x.logit(args));
    }

    /**
     * The result of {@link #nanToNum(Arg[])}.
     *
     * @param args nan (0), posinf (the largest number of the dtype), neginf (the smallest)
     */
    @SafeVarargs
    public final Tensor nanToNum_(Arg<? super Takes.Numbers>... args) {
        return change("nanToNum_", x -> x.nanToNum(args));
    }

    /**
     * Elements below {@code min} become {@code min}, those above {@code max} become {@code max}.
     *
     * @param min null: no such bound
     * @param max null: no such bound
     */
    public Tensor clamp_(@Nullable Number min, @Nullable Number max) {
        return change("clamp_", x -> x.clamp(min, max));
    }

    /** Elements below {@code min} become {@code min}. */
    public Tensor clamp_(Number min) {
        return clamp_(min, null);
    }

    /** Elements below {@code min} become {@code min}. */
    public Tensor clampMin_(Number min) {
        return change("clampMin_", x -> x.clampMin(min));
    }

    /** Elements above {@code max} become {@code max}. */
    public Tensor clampMax_(Number max) {
        return change("clampMax_", x -> x.clampMax(max));
    }

    /**
     * Elements below {@code min} become {@code min}, those above {@code max} become {@code max}.
     *
     * @param min null: no such bound
     * @param max null: no such bound
     */
    public Tensor clamp_(@Nullable Tensor min, @Nullable Tensor max) {
        var bounds = Stream.of(min, max).filter(Objects::nonNull).toArray(Tensor[]::new);
        return change("clamp_", x -> x.clamp(min, max), bounds);
    }

    /** Elements below {@code min} become {@code min}. */
    public Tensor clamp_(Tensor min) {
        return clamp_(min, null);
    }

    /** Elements below {@code min} become {@code min}. */
    public Tensor clampMin_(Tensor min) {
        return change("clampMin_", x -> x.clampMin(min), min);
    }

    /** Elements above {@code max} become {@code max}. */
    public Tensor clampMax_(Tensor max) {
        return change("clampMax_", x -> x.clampMax(max), max);
    }

    /** All elements become 0. */
    public Tensor zero_() {
        return overwrite("zero_", "ZeroBackward0", null, () -> Compute.scalar(0, self().dtype()));
    }

    /** All elements become {@code value}. */
    public Tensor fill_(Number value) {
        Compute.checkFits("fill_", value, self().dtype());
        return overwrite("fill_", "FillBackward2", null, () -> Compute.scalar(value, self().dtype()));
    }

    /** All elements become {@code value}. */
    public Tensor fill_(boolean value) {
        return fill_(Truth.of(value));
    }

    /** All elements become {@code value}, which has no dimensions. */
    public Tensor fill_(Tensor value) {
        Check.that(value.dim() == 0, "fill_: the value must have no dimensions, has shape %s", value.shape());
        return overwrite("fill_", "FillBackward3", value, apart(value)::array);
    }

    /** The elements of {@code source}, broadcast and converted. */
    public Tensor copy_(Tensor source) {
        checkBroadcast("copy_", source.shape());
        return overwrite("copy_", "CopyBackwards", source, apart(source)::array);
    }

    /**
     * {@code this = beta * this + alpha * mat1 mat2}.
     *
     * @param args beta (1), alpha (1)
     */
    @SafeVarargs
    public final Tensor addmm_(Tensor mat1, Tensor mat2, Arg<? super LinalgTakes.ScaledProduct>... args) {
        return change("addmm_", x -> x.addmm(mat1, mat2, args), mat1, mat2);
    }
}
