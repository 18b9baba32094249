package flambeau.functional;

import static flambeau.args.Args.alignCorners;
import static flambeau.args.Args.antialias;
import static flambeau.args.Args.given;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.recomputeScaleFactor;

import flambeau.args.AlignCorners;
import flambeau.args.Arg;
import flambeau.args.InterpolateMode;
import flambeau.args.ScaleFactor;
import flambeau.args.Size;
import flambeau.args.Sizes;
import flambeau.array.DType;
import flambeau.array.Taps;
import flambeau.tensor.Resamplings;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Images in another size. */
abstract sealed class Interpolating extends Attention permits GridSampling {
    Interpolating() {}

    /**
     * The image in another size: each new element is a weighted sum of those around its place.
     *
     * <p>Element i of a new axis lies at {@code (i + 0.5) s - 0.5} with the step {@code s = size / new size}, or 1 / factor if a
     * factor was given; with alignCorners at {@code i (size - 1) / (new size - 1)}. NEAREST takes the element at {@code i s}
     * rounded down, NEAREST_EXACT that at {@code (i + 0.5) s} rounded down, AREA the mean of all that lie in the new element.
     * Source: {@code torch.nn.functional.interpolate}; the cubic curve is that of Keys, with a = -0.75, with antialias -0.5.
     *
     * {@snippet :
     * var twice = interpolate(x, scaleFactor(2), mode(flambeau.args.InterpolateMode.BILINEAR));
     * var small = interpolate(x, size(8, 8), mode(flambeau.args.InterpolateMode.BICUBIC), antialias(true));
     * }
     *
     * @param x [n, c, l], [n, c, h, w] or [n, c, d, h, w], floating or uint8; LINEAR takes the first, BILINEAR, BICUBIC and LANCZOS
     *     the second, TRILINEAR the third, the others all
     * @param args size or scaleFactor: one, or one an axis; mode (NEAREST), alignCorners (false, not with NEAREST and AREA),
     *     recomputeScaleFactor (false): the step is found from the sizes; antialias (false): for BILINEAR, BICUBIC and LANCZOS, which
     *     needs it
     * @return [n, c, ..] with the sizes, or {@code size * factor} rounded down
     * @throws IllegalArgumentException if both or neither of size and scaleFactor are given, or they, the mode and the input do not
     *     agree
     */
    @SafeVarargs
    public static Tensor interpolate(Tensor x, Arg<? super Takes.Interpolate>... args) {
        var mode = given(args, mode(InterpolateMode.NEAREST));
        boolean smooth = given(args, antialias(false)).value();
        checkMode(mode, x, given(args, AlignCorners.class) != null);
        boolean corners = given(args, alignCorners(false)).value();
        if (smooth && !canSmooth(mode))
            throw Refusal.of("interpolate: antialias belongs to BILINEAR, BICUBIC and LANCZOS, got %s", mode.name());
        if (mode == InterpolateMode.LANCZOS && (!smooth || corners))
            throw Refusal.of("interpolate: LANCZOS takes antialias(true), and no alignCorners(true)");
        var factors = factors(x, args);
        var sizes = sizes(x, factors, args);
        if (given(args, recomputeScaleFactor(false)).value() || mode == InterpolateMode.AREA) Arrays.fill(factors, 0);
        var taps = new Taps[sizes.length];
        for (int i = 0; i < taps.length; i++)
            taps[i] = Filters.of(x.size(i + 2), sizes[i], factors[i], corners, isWide(x.dtype()))
                    .taps(mode, smooth);
        var dims = IntStream.range(2, x.dim()).toArray();
        if (x.dtype() != DType.UINT8) return Resamplings.along(name(mode, taps.length, smooth), x, dims, taps);
        var y = x.toFloat(); // bytes after each axis, as in PyTorch
        for (int i = taps.length - 1; i >= 0; i--)
            y = Resamplings.along("", y, new int[] {i + 2}, taps[i])
                    .add(0.5)
                    .floor()
                    .clamp(0, 255);
        return y.to(DType.UINT8);
    }

    /** {@link #interpolate} under an older name. */
    @SafeVarargs
    public static Tensor upsample(Tensor x, Arg<? super Takes.Upsample>... args) {
        return interpolate(x, args);
    }

    /** {@link #interpolate} with the nearest elements. */
    @SafeVarargs
    public static Tensor upsampleNearest(Tensor x, Arg<? super Takes.Resize>... args) {
        return interpolate(x, with(args, mode(InterpolateMode.NEAREST)));
    }

    /** {@link #interpolate} with mode BILINEAR and alignCorners. */
    @SafeVarargs
    public static Tensor upsampleBilinear(Tensor x, Arg<? super Takes.Resize>... args) {
        return interpolate(x, with(args, mode(InterpolateMode.BILINEAR), alignCorners(true)));
    }

    @SafeVarargs
    @SuppressWarnings("unchecked") // what takes a size takes more
    private static Arg<? super Takes.Interpolate>[] with(Arg<?>[] args, Arg<? super Takes.Interpolate>... more) {
        var all = Arrays.copyOf(args, args.length + more.length, Arg[].class);
        System.arraycopy(more, 0, all, args.length, more.length);
        return (Arg<? super Takes.Interpolate>[]) all;
    }

    private static boolean canSmooth(InterpolateMode mode) {
        return mode == InterpolateMode.BILINEAR || mode == InterpolateMode.BICUBIC || mode == InterpolateMode.LANCZOS;
    }

    private static void checkMode(InterpolateMode mode, Tensor x, boolean corners) {
        boolean plain = mode == InterpolateMode.NEAREST
                || mode == InterpolateMode.NEAREST_EXACT
                || mode == InterpolateMode.AREA;
        if (corners && plain) throw Refusal.of("interpolate: mode %s has no alignCorners", mode.name());
        int wanted = switch (mode) {
            case LINEAR -> 3;
            case BILINEAR, BICUBIC, LANCZOS -> 4;
            case TRILINEAR -> 5;
            default -> Math.clamp(x.dim(), 3, 5);
        };
        if (x.dim() != wanted)
            throw Refusal.of(
                    "interpolate: mode %s takes an input of %s dimensions, got %s",
                    mode.name(), plain ? "3 to 5" : wanted, x.shape().text());
        if (!x.dtype().isFloatingPoint() && x.dtype() != DType.UINT8)
            throw Refusal.of("interpolate: the dtype must be floating or uint8, got %s", x.dtype());
        for (int d = mode == InterpolateMode.AREA ? 2 : 1; d < x.dim(); d++)
            if (x.size(d) == 0)
                throw Refusal.of(
                        "interpolate: only the batch can be empty, got %s",
                        x.shape().text());
    }

    /** The factors given, one an axis; 0 where sizes are given. */
    private static double[] factors(Tensor x, Arg<?>[] args) {
        var given = given(args, ScaleFactor.class);
        if ((given == null) == (given(args, Size.class) == null))
            throw Refusal.of("interpolate: either size or scaleFactor must be given");
        var factors = new double[x.dim() - 2];
        if (given == null) {
            if (given(args, recomputeScaleFactor(false)).value())
                throw Refusal.of("interpolate: recomputeScaleFactor belongs to scaleFactor, not to size");
            return factors;
        }
        var values = given.values();
        if (values.length != 1 && values.length != factors.length)
            throw Refusal.of(
                    "interpolate: scaleFactor takes 1 or %d factors for input %s, got %s",
                    factors.length, x.shape().text(), Arrays.toString(values));
        for (int i = 0; i < factors.length; i++) factors[i] = values[values.length == 1 ? 0 : i];
        return factors;
    }

    private static int[] sizes(Tensor x, double[] factors, Arg<?>[] args) {
        var given = given(args, Size.class);
        int least = given(args, mode(InterpolateMode.NEAREST)) == InterpolateMode.AREA ? 0 : 1;
        if (given != null) return Sizes.of("interpolate", "size", given.sizes(), factors.length, least);
        var sizes = new int[factors.length];
        for (int i = 0; i < sizes.length; i++) {
            double size = x.size(i + 2) * factors[i];
            if (!(size >= least && size <= Integer.MAX_VALUE))
                throw Refusal.of(
                        "interpolate: factors %s leave nothing of input %s",
                        Arrays.toString(factors), x.shape().text());
            sizes[i] = (int) size;
        }
        return sizes;
    }

    /** PyTorch finds the places for floats, and smaller types, in float32. */
    private static boolean isWide(DType dtype) {
        return dtype == DType.FLOAT64 || dtype == DType.UINT8;
    }

    /** PyTorch's name of the operation. */
    private static String name(InterpolateMode mode, int axes, boolean smooth) {
        return switch (mode) {
            case NEAREST -> "UpsampleNearest" + axes + "D";
            case NEAREST_EXACT -> "UpsampleNearestExact" + axes + "D";
            case LINEAR -> "UpsampleLinear1D";
            case BILINEAR -> smooth ? "UpsampleBilinear2DAa" : "UpsampleBilinear2D";
            case BICUBIC -> smooth ? "UpsampleBicubic2DAa" : "UpsampleBicubic2D";
            case TRILINEAR -> "UpsampleTrilinear3D";
            case LANCZOS -> "UpsampleLanczos2DAa";
            case AREA -> axes == 1 ? "Squeeze" : "AdaptiveAvgPool" + axes + "D";
        };
    }
}
