package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.array.Array;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Random floating numbers, in place. */
abstract sealed class Drawing extends InPlaceIndexing permits DrawingWhole {
    Drawing() {}

    /**
     * Numbers that are evenly distributed in {@code [from, to)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor uniform_(double from, double to, Arg<? super Takes.Random>... args) {
        Draw.checkRange("uniform_", self().dtype(), from, to);
        return draw("uniform_", args, (g, y) -> Draw.uniform(g, y, from, to));
    }

    /**
     * Numbers that are evenly distributed in {@code [from, to)}.
     *
     * @param args from (0), to (1), generator (the default one)
     */
    @SafeVarargs
    public final Tensor uniform_(Arg<? super Takes.RandomRange>... args) {
        double low = given(args, Args.from(0)).value().doubleValue();
        double high = given(args, Args.to(1)).value().doubleValue();
        return uniform_(low, high, Generator.of(args));
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

    /**
     * Normally distributed numbers.
     *
     * @param args mean (0), std (1), generator (the default one)
     */
    @SafeVarargs
    public final Tensor normal_(Arg<? super Takes.Normal>... args) {
        return normal_(
                given(args, Args.mean(0)).value(), given(args, Args.std(1)).value(), Generator.of(args));
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
     * Numbers whose logarithms are normally distributed.
     *
     * @param args mean (1), std (2), generator (the default one)
     */
    @SafeVarargs
    public final Tensor logNormal_(Arg<? super Takes.Normal>... args) {
        return logNormal_(
                given(args, Args.mean(1)).value(), given(args, Args.std(2)).value(), Generator.of(args));
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
     * Numbers with the density {@code sigma / (pi ((x - median)^2 + sigma^2))}.
     *
     * @param args median (0), sigma (1), generator (the default one)
     */
    @SafeVarargs
    public final Tensor cauchy_(Arg<? super Takes.Cauchy>... args) {
        return cauchy_(
                given(args, Args.median(0)).value(), given(args, Args.sigma(1)).value(), Generator.of(args));
    }

    /**
     * Numbers with the density {@code lambd e^(-lambd x)}.
     *
     * @param args generator (the default one)
     */
    @SafeVarargs
    public final Tensor exponential_(double lambd, Arg<? super Takes.Random>... args) {
        Check.that(lambd > 0, "exponential_: lambd must be positive, got %s", lambd);
        return drawFloating("exponential_", args, (g, y) -> Draw.exponential(g, y, lambd));
    }

    /**
     * Numbers with the density {@code lambd e^(-lambd x)}.
     *
     * @param args lambd (1), generator (the default one)
     */
    @SafeVarargs
    public final Tensor exponential_(Arg<? super Takes.Exponential>... args) {
        return exponential_(given(args, Args.lambd(1)).value(), Generator.of(args));
    }

    private Tensor drawFloating(String op, Arg<?>[] args, BiConsumer<Generator, Array> how) {
        Draw.checkFloating(op, self().dtype());
        return draw(op, args, how);
    }

    Tensor draw(String op, Arg<?>[] args, BiConsumer<Generator, Array> how) {
        var node = Character.toUpperCase(op.charAt(0)) + op.substring(1, op.length() - 1)
                + "Backward0"; // of logNormal_ LogNormalBackward0
        return draw(op, node, null, args, how);
    }

    /** PyTorch draws in the order of memory, whatever the shape. */
    Tensor draw(String op, String node, @Nullable Tensor source, Arg<?>[] args, BiConsumer<Generator, Array> how) {
        return overwrite(op, node, source, () -> {
            var layout = Sampling.inMemoryOrder(self());
            var y = Array.empty(layout.shape(), self().dtype());
            how.accept(Generator.of(args), y);
            return y.as(Sampling.inOrderOf(self(), y.layout()));
        });
    }
}
