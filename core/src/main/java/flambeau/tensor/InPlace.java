package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.RandomSource;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes in place: PyTorch's methods with a trailing underscore. They return this.
 *
 * <p>A leaf that requires a gradient can only be changed under {@code noGrad()}. Where a change is recorded, the result is
 * computed by the operation without the underscore and then written here, so both have the same gradient.
 */
abstract sealed class InPlace extends Normalizing permits Tensor {
    InPlace() {}

    /** {@code this += other}. */
    public Tensor add_(Tensor other) {
        return change("add_", Binary.ADD, other, x -> x.add(other));
    }

    /** {@code this += other}. */
    public Tensor add_(Number other) {
        return change("add_", Binary.ADD, other, x -> x.add(other));
    }

    /** {@code this -= other}. */
    public Tensor sub_(Tensor other) {
        return change("sub_", Binary.SUB, other, x -> x.sub(other));
    }

    /** {@code this -= other}. */
    public Tensor sub_(Number other) {
        return change("sub_", Binary.SUB, other, x -> x.sub(other));
    }

    /** {@code this *= other}. */
    public Tensor mul_(Tensor other) {
        return change("mul_", Binary.MUL, other, x -> x.mul(other));
    }

    /** {@code this *= other}. */
    public Tensor mul_(Number other) {
        return change("mul_", Binary.MUL, other, x -> x.mul(other));
    }

    /** {@code this /= other}. */
    public Tensor div_(Tensor other) {
        return change("div_", Binary.DIV, other, x -> x.div(other));
    }

    /** {@code this /= other}. */
    public Tensor div_(Number other) {
        return change("div_", Binary.DIV, other, x -> x.div(other));
    }

    /** Negative elements become 0. */
    public Tensor relu_() {
        return change("relu_", Tensor::relu);
    }

    /** Elements below {@code min} become {@code min}, those above {@code max} become {@code max}. */
    public Tensor clamp_(Number min, Number max) {
        return change("clamp_", x -> x.clamp(min, max));
    }

    /** All elements become 0. */
    public Tensor zero_() {
        return fill_(0);
    }

    /** All elements become {@code value}. */
    public Tensor fill_(Number value) {
        return overwrite("fill_", null, () -> Compute.scalar(value, self().dtype()));
    }

    /** The elements of {@code source}, broadcast and converted. */
    public Tensor copy_(Tensor source) {
        checkBroadcast("copy_", source.shape());
        return overwrite("copy_", source, apart(source)::array);
    }

    /** A new dimension of size 1 before dimension {@code along}, of this tensor itself. */
    public Tensor unsqueeze_(int along) {
        return self().become(self().unsqueeze(along));
    }

    /** Without a dimension, if its size is 1; this tensor itself. */
    public Tensor squeeze_(int along) {
        return self().become(self().squeeze(along));
    }

    /**
     * Numbers that are evenly distributed in {@code [low, high)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor uniform_(double low, double high, Arg<? super Takes.Random>... args) {
        Check.that(low <= high, "uniform_: low (%s) must not be above high (%s)", low, high);
        return draw("uniform_", generator(args), (g, y) -> Draw.uniform(g, y, low, high));
    }

    /**
     * Normally distributed numbers.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor normal_(double mean, double std, Arg<? super Takes.Random>... args) {
        Check.that(std >= 0, "normal_: the standard deviation must not be negative, got %s", std);
        return draw("normal_", generator(args), (g, y) -> Draw.normal(g, y, mean, std));
    }

    /**
     * 1 with probability {@code p}, else 0.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor bernoulli_(double p, Arg<? super Takes.Random>... args) {
        Check.that(p >= 0 && p <= 1, "bernoulli_: p must be in [0, 1], got %s", p);
        return draw("bernoulli_", generator(args), (g, y) -> Draw.bernoulli(g, y, p));
    }

    /** The generator among {@code args}, or the default one. */
    static Generator generator(Arg<?>[] args) {
        var given = given(args, RandomSource.class);
        return given == null ? Generator.getDefault() : (Generator) given;
    }

    private Tensor draw(String op, Generator generator, java.util.function.BiConsumer<Generator, Array> how) {
        return overwrite(op, null, () -> {
            var y = Array.empty(self().shape(), self().dtype());
            how.accept(generator, y);
            return y;
        });
    }

    private Tensor change(String op, Binary kernel, Tensor other, UnaryOperator<Tensor> f) {
        checkBroadcast(op, other.shape());
        var dtype = Promotion.of(self(), other);
        checkResult(op, kernel == Binary.DIV ? Promotion.floating(dtype) : dtype);
        if (isRecorded(other) || dtype != self().dtype()) return change(op, f);
        checkWritable(op, other);
        var b = apart(other).plain(dtype);
        write(() -> Kernels.binary(kernel, self().array(), b.array(), self().array()));
        return self();
    }

    private Tensor change(String op, Binary kernel, Number other, UnaryOperator<Tensor> f) {
        var dtype = Promotion.of(self(), other);
        checkResult(op, kernel == Binary.DIV ? Promotion.floating(dtype) : dtype);
        if (isRecorded(null) || dtype != self().dtype()) return change(op, f);
        checkWritable(op, null);
        write(() -> Kernels.binary(kernel, self().array(), Compute.scalar(other, dtype), self().array()));
        return self();
    }

    private Tensor change(String op, UnaryOperator<Tensor> f) {
        checkWritable(op, null);
        var before = new Tensor(self().raw());
        before.historyOf(self());
        var y = f.apply(before);
        Check.that(
                y.shape().equals(self().shape()),
                "%s: the result has shape %s, the tensor %s", op, y.shape().text(), self().shape().text());
        checkWritable(op, y);
        write(() -> Kernels.copy(y.array(), self().array()));
        historyOf(y);
        return self();
    }

    /** Replaces all elements; what was recorded before no longer matters, only {@code source} does. */
    private Tensor overwrite(String op, @Nullable Tensor source, java.util.function.Supplier<Array> values) {
        checkWritable(op, source);
        var y = values.get();
        write(() -> Kernels.copy(y, self().array()));
        if (GradMode.isEnabled() && (self().requiresGrad() || source != null && source.requiresGrad()))
            historyOf(source == null ? self().detach() : source.expand(self().shape()).to(self().dtype()));
        return self();
    }

    /** {@code other}, or a copy where writing to this would change what is still to be read of it. */
    private Tensor apart(Tensor other) {
        boolean clash = other.storage() == self().storage() && !other.raw().layout().equals(self().raw().layout());
        return clash ? other.detach().clone() : other;
    }

    private boolean isRecorded(@Nullable Tensor other) {
        return GradMode.isEnabled() && (self().requiresGrad() || other != null && other.requiresGrad());
    }

    private void checkBroadcast(String op, Shape other) {
        Check.that(
                Shape.broadcast(op, self().shape(), other).equals(self().shape()),
                "%s: %s does not broadcast to %s", op, other.text(), self().shape().text());
    }

    private void checkResult(String op, DType result) {
        Check.that(
                result.category().compareTo(self().dtype().category()) <= 0,
                "%s: the result is %s and cannot be kept as %s", op, result, self().dtype());
    }

    private void checkWritable(String op, @Nullable Tensor other) {
        if (isRecorded(other)) {
            Check.state(
                    !self().isLeaf() || !self().requiresGrad(),
                    "%s: a leaf that requires a gradient cannot be changed in place; use noGrad()", op);
            var base = self().base();
            Check.state(
                    base == null || !base.requiresGrad() && (other == null || !other.requiresGrad()),
                    "%s: a change of a view is not recorded; change the tensor that it was taken from, or use noGrad()",
                    op);
        }
        var layout = self().raw().layout();
        for (int d = 0; d < self().dim(); d++)
            Check.that(
                    layout.stride(d) != 0 || self().size(d) < 2,
                    "%s: an expanded tensor cannot be changed in place, its elements share memory; use clone()", op);
    }

    private void write(Runnable kernel) {
        kernel.run();
        self().storage().touch();
    }
}
