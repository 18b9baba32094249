package flambeau.tensor;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Profile;
import org.jspecify.annotations.Nullable;

/**
 * How tensors are printed.
 *
 * @param precision digits behind the point
 * @param threshold a tensor with more elements is summarised
 * @param edgeitems how many elements stay at each end of a dimension that is summarised
 * @param linewidth characters a line
 * @param sciMode whether numbers are printed with exponents; null leaves that to the numbers
 */
public record PrintOptions(
        int precision,
        double threshold,
        int edgeitems,
        int linewidth,
        @Nullable Boolean sciMode) {
    /** PyTorch's options at the start. */
    static final PrintOptions DEFAULT = new PrintOptions(4, 1000, 3, 80, null);

    private static volatile PrintOptions current = DEFAULT;

    /**
     * Options for printing.
     *
     * @throws IllegalArgumentException if a number is negative
     */
    public PrintOptions {
        Check.that(precision >= 0, "printOptions: precision must not be negative, got %d", precision);
        Check.that(threshold >= 0, "printOptions: threshold must not be negative, got %s", threshold);
        Check.that(edgeitems >= 0, "printOptions: edgeitems must not be negative, got %d", edgeitems);
        Check.that(linewidth >= 0, "printOptions: linewidth must not be negative, got %d", linewidth);
    }

    static PrintOptions current() {
        return current;
    }

    static void set(PrintOptions options) {
        current = options;
    }

    /** These options but for those among {@code args}; without one, sciMode becomes null, as in PyTorch. */
    PrintOptions with(Arg<?>[] args) {
        var profile = Args.given(args, Profile.class);
        var start = profile == null ? this : of(profile);
        return new PrintOptions(
                Args.given(args, Args.precision(start.precision)).value(),
                Args.given(args, Args.threshold(start.threshold)).value(),
                Args.given(args, Args.edgeitems(start.edgeitems)).value(),
                Args.given(args, Args.linewidth(start.linewidth)).value(),
                Args.given(args, Args.sciMode(null)).value());
    }

    private static PrintOptions of(Profile profile) {
        return switch (profile) {
            case DEFAULT -> DEFAULT;
            case SHORT -> new PrintOptions(2, 1000, 2, 80, null);
            case FULL -> new PrintOptions(4, Double.POSITIVE_INFINITY, 3, 80, null);
        };
    }
}
