package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.randomSamples;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputRatio;
import flambeau.args.OutputSize;
import flambeau.args.RandomSamples;
import flambeau.args.RandomSource;
import flambeau.args.Sizes;
import flambeau.functional.Takes;
import flambeau.tensor.Tensor;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link FractionalMaxPool2d} and {@link FractionalMaxPool3d} share. */
abstract class FractionalMaxPool extends Layer {
    /** The sizes of the window, one for all axes or one each. */
    public final Kernel kernel;

    /** The sizes of the output, or null. */
    public final @Nullable OutputSize outputSize;

    /** The share of the input that the output is long, or null. */
    public final @Nullable OutputRatio outputRatio;

    private final @Nullable Buffer _randomSamples; // the name in state dicts has an underscore in front
    private final @Nullable RandomSource generator;

    FractionalMaxPool(int axes, Kernel kernel, Arg<?>[] args) {
        var name = "FractionalMaxPool" + axes + "d";
        Sizes.of(name, "kernel", kernel.sizes(), axes, 1);
        this.kernel = kernel;
        outputSize = given(args, OutputSize.class);
        outputRatio = given(args, OutputRatio.class);
        var samples = given(args, RandomSamples.class);
        _randomSamples = samples != null && samples.value() instanceof Tensor given ? new Buffer(given) : null;
        generator = given(args, RandomSource.class);
        if ((outputSize == null) == (outputRatio == null))
            throw new IllegalArgumentException("%s: takes outputSize or outputRatio, got %s"
                    .formatted(name, outputSize == null ? "neither" : "both"));
        if (outputRatio != null)
            for (double ratio : outputRatio.values())
                if (!(ratio > 0 && ratio < 1))
                    throw new IllegalArgumentException(
                            "%s: outputRatio must be between 0 and 1, got %s".formatted(name, ratio));
    }

    /** The options that are there. */
    @SuppressWarnings("unchecked") // each of them is taken
    final Arg<? super Takes.FractionalMaxPool>[] options() {
        var samples = _randomSamples == null ? null : randomSamples(_randomSamples);
        return Stream.of(outputSize, outputRatio, samples, generator)
                .filter(Objects::nonNull)
                .toArray(Arg[]::new);
    }
}
