package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputSize;
import flambeau.args.Padding;
import flambeau.args.Sizes;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** What {@link MaxUnpool1d}, {@link MaxUnpool2d} and {@link MaxUnpool3d} share. */
public abstract class MaxUnpool extends Module {
    private final int[] kernel;
    private final int[] stride;
    private final int[] padding;

    MaxUnpool(int axes, Kernel kernel, Arg<?>[] args) {
        var name = "MaxUnpool" + axes + "d";
        this.kernel = Sizes.of(name, "kernel", kernel.sizes(), axes, 1);
        stride = Sizes.of(name, "stride", given(args, stride(kernel.sizes())).sizes(), axes, 1);
        var places = given(args, padding(0));
        if (places.auto() != null)
            throw new IllegalArgumentException("%s: padding takes sizes, got %s"
                    .formatted(name, places.auto().name()));
        padding = Sizes.of(name, "padding", places.sizes(), axes, 0);
    }

    /** The function of F for this number of axes. */
    abstract Tensor unpool(
            Tensor x, Tensor indices, Kernel kernel, Stride stride, Padding padding, @Nullable OutputSize outputSize);

    /**
     * Zeros but for x, which goes where its indices say; the output is {@code (h - 1) stride - 2 padding + kernel} long.
     *
     * @throws RuntimeException what {@code F.maxUnpool2d} throws; its message ends with the path of this module
     */
    public final Tensor apply(Tensor x, Tensor indices) {
        return unpool(x, indices, (OutputSize) null);
    }

    /**
     * The same with an output of given size.
     *
     * @param outputSize the sizes of the space axes or of the whole output, less than a stride away from the usual ones
     */
    public final Tensor apply(Tensor x, Tensor indices, OutputSize outputSize) {
        return unpool(x, indices, outputSize);
    }

    private Tensor unpool(Tensor x, Tensor indices, @Nullable OutputSize outputSize) {
        return call(() -> unpool(x, indices, new Kernel(kernel), stride(stride), padding(padding), outputSize));
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=%s, stride=%s, padding=%s".formatted(Repr.of(kernel), Repr.of(stride), Repr.of(padding));
    }
}
