package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.paddingMode;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.pad;
import static flambeau.tensor.Tensors.empty;

import flambeau.args.Arg;
import flambeau.args.AutoPadding;
import flambeau.args.Dilation;
import flambeau.args.Groups;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.PaddingMode;
import flambeau.args.Sizes;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link Conv1d}, {@link Conv2d}, {@link Conv3d} and the transposed convolutions share. */
abstract class Conv extends Layer {
    /** The channels of the input; a lazy convolution learns them. */
    public int inChannels;

    /** The channels of the output. */
    public final int outChannels;

    /** The sizes of the window, one an axis. */
    public final Kernel kernel;

    /** The steps between windows, one an axis. */
    public final Stride stride;

    /** The places added on both sides, one an axis, or a word. */
    public final Padding padding;

    /** The distances between the places of the window, one an axis. */
    public final Dilation dilation;

    /** The number of groups of channels that do not see each other. */
    public final Groups groups;

    /** What padding holds. */
    public final PaddingMode paddingMode;

    /** [out, in / groups, kernel ..]; of a transposed convolution [in, out / groups, kernel ..]. */
    public final Parameter weight;

    /** [out]; null without a bias. */
    public final @Nullable Parameter bias;

    private final int inAxis; // of the weight

    Conv(int axes, int inChannels, int outChannels, Kernel kernel, Arg<?>[] args) {
        this(axes, false, false, inChannels, outChannels, kernel, args);
    }

    /** A lazy one learns the channels of its input. */
    Conv(int axes, boolean transposed, boolean lazy, int inChannels, int outChannels, Kernel kernel, Arg<?>[] args) {
        var name = (transposed ? "ConvTranspose" : "Conv") + axes + "d";
        inAxis = transposed ? 0 : 1;
        this.inChannels = inChannels;
        this.outChannels = outChannels;
        this.kernel = kernel(Sizes.of(name, "kernel", kernel.sizes(), axes, 1));
        stride = stride(Sizes.of(name, "stride", given(args, stride(1)).sizes(), axes, 1));
        dilation = dilation(Sizes.of(name, "dilation", given(args, dilation(1)).sizes(), axes, 1));
        groups = given(args, groups(1));
        paddingMode = given(args, paddingMode(PaddingMode.ZEROS));
        if (paddingMode == PaddingMode.CONSTANT) throw refusal("%s: paddingMode must not be CONSTANT", name);
        var given = given(args, padding(0));
        padding = given.auto() != null ? given : padding(Sizes.of(name, "padding", given.sizes(), axes, 0));
        if (!lazy) check(name, "input", inChannels);
        check(name, "output", outChannels);
        if (transposed && paddingMode != PaddingMode.ZEROS)
            throw refusal("%s: paddingMode must be ZEROS, got %s", name, paddingMode.name());
        if (transposed && padding.auto() != null)
            throw refusal(
                    "%s: padding takes sizes, got %s", name, padding.auto().name());
        if (padding.auto() == AutoPadding.SAME && Arrays.stream(stride.sizes()).anyMatch(s -> s != 1))
            throw refusal("%s: padding SAME takes stride 1, got %s", name, Arrays.toString(stride.sizes()));
        var sizes = new int[axes + 2];
        sizes[0] = outChannels;
        sizes[1] = outChannels / groups.value();
        sizes[inAxis] = lazy ? -1 : transposed ? inChannels : inChannels / groups.value();
        System.arraycopy(this.kernel.sizes(), 0, sizes, 2, axes);
        boolean shifted = given(args, bias(true)).value();
        weight = lazy ? Parameter.uninitialized(sizes) : new Parameter(empty(sizes));
        bias = shifted ? lazy ? Parameter.uninitialized(outChannels) : new Parameter(empty(outChannels)) : null;
        if (!lazy) resetParameters();
    }

    private void check(String name, String which, int channels) {
        if (channels < 1) throw refusal("%s: %s channels must be at least 1, got %s", name, which, channels);
        if (groups.value() < 1) throw refusal("%s: groups must be at least 1, got %s", name, groups.value());
        if (channels % groups.value() != 0)
            throw refusal(
                    "%s: %s channels (%s) must be divisible by groups (%s)", name, which, channels, groups.value());
    }

    static IllegalArgumentException refusal(String text, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, text, values));
    }

    /** Gives the parameters of a lazy convolution their shapes, by its first input. */
    final void begin(Tensor x) {
        if (!weight.isUninitialized()) return;
        int axes = kernel.sizes().length;
        if (x.dim() != axes + 1 && x.dim() != axes + 2)
            throw refusal(
                    "%s: input must have %s dimensions, or %s with a batch, got %s",
                    Repr.name(this), axes + 1, axes + 2, x.shape().text());
        int channels = x.size(x.dim() - axes - 1);
        check(Repr.name(this), "input", channels);
        var sizes = Objects.requireNonNull(weight.awaited()).clone();
        sizes[inAxis] = inAxis == 0 ? channels : channels / groups.value();
        weight.materialize(sizes);
        settle();
        resetParameters();
    }

    @Override
    final void settle() {
        if (weight.isUninitialized()) return;
        inChannels = inAxis == 0 ? weight.size(0) : weight.size(1) * groups.value();
        Lazy.shape(bias, outChannels);
    }

    /** Draws new first values. */
    public final void resetParameters() {
        Init.reset(weight, bias);
    }

    /** The function of F for this number of axes. */
    abstract Tensor convolve(Tensor x, Padding padding);

    @Override
    protected Tensor forward(Tensor x) {
        return paddingMode == PaddingMode.ZEROS
                ? convolve(x, padding)
                : convolve(pad(x, places(), paddingMode), padding(0));
    }

    /** The places before and after each axis, the last axis first. */
    private int[] places() {
        int axes = kernel.sizes().length;
        var places = new int[2 * axes];
        if (padding.auto() == AutoPadding.VALID) return places;
        for (int i = 0; i < axes; i++) {
            int both = padding.auto() == null ? 2 * padding.sizes()[i] : dilation.sizes()[i] * (kernel.sizes()[i] - 1);
            places[2 * (axes - 1 - i)] = both / 2;
            places[2 * (axes - 1 - i) + 1] = both - both / 2;
        }
        return places;
    }

    @Override
    protected String extraRepr() {
        var text = new StringBuilder("%s, %s, kernel_size=%s, stride=%s"
                .formatted(inChannels, outChannels, Repr.of(kernel.sizes()), Repr.of(stride.sizes())));
        if (padding.auto() != null) text.append(", padding=").append(padding.auto());
        else if (!all(padding.sizes(), 0)) text.append(", padding=").append(Repr.of(padding.sizes()));
        if (!all(dilation.sizes(), 1)) text.append(", dilation=").append(Repr.of(dilation.sizes()));
        text.append(more());
        if (groups.value() != 1) text.append(", groups=").append(groups.value());
        if (bias == null) text.append(", bias=False");
        if (paddingMode != PaddingMode.ZEROS) text.append(", padding_mode=").append(paddingMode);
        return text.toString();
    }

    /** What else stands between dilation and groups. */
    String more() {
        return "";
    }

    static boolean all(int[] sizes, int value) {
        return Arrays.stream(sizes).allMatch(s -> s == value);
    }
}
