package flambeau.tensor;

import flambeau.args.Arg;
import flambeau.autograd.Guard;

/** How tensors are printed. */
abstract sealed class Printing extends Grads permits Sharing {
    Printing() {}

    /**
     * Sets how tensors are printed from now on, by all threads.
     *
     * @param args profile (none: the others stay as they are), precision, threshold, edgeitems, linewidth, sciMode (null: by
     *     the numbers, also if it was set before)
     */
    @SafeVarargs
    public static void setPrintOptions(Arg<? super Takes.Print>... args) {
        PrintOptions.set(PrintOptions.current().with(args));
    }

    /** Sets all options, as {@link #getPrintOptions} gives them. */
    public static void setPrintOptions(PrintOptions options) {
        PrintOptions.set(options);
    }

    /** How tensors are printed. */
    public static PrintOptions getPrintOptions() {
        return PrintOptions.current();
    }

    /**
     * Sets how tensors are printed until the guard is closed: {@code try (var _ = printOptions(precision(2))) { ... }}.
     *
     * @param args as of {@link #setPrintOptions(Arg...)}
     */
    @SafeVarargs
    public static Guard printOptions(Arg<? super Takes.Print>... args) {
        var before = PrintOptions.current();
        PrintOptions.set(before.with(args));
        return () -> PrintOptions.set(before);
    }
}
