package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.mode;
import static flambeau.functional.F.interpolate;

import flambeau.args.AlignCorners;
import flambeau.args.Arg;
import flambeau.args.InterpolateMode;
import flambeau.args.RecomputeScaleFactor;
import flambeau.args.ScaleFactor;
import flambeau.args.Size;
import flambeau.functional.Takes;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Images in another size: see {@link flambeau.functional.F#interpolate}.
 *
 * <p>Input {@code [n, c, l]}, {@code [n, c, h, w]} or {@code [n, c, d, h, w]}, output of the given size, or of {@code size * factor}
 * rounded down. Source: {@code torch.nn.Upsample}.
 *
 * {@snippet :
 * var y = new Upsample(scaleFactor(2), mode(flambeau.args.InterpolateMode.BILINEAR)).apply(x);
 * }
 */
public class Upsample extends Layer
        implements Size.Taker,
                ScaleFactor.Taker,
                InterpolateMode.Taker,
                AlignCorners.Taker,
                RecomputeScaleFactor.Taker {
    private final @Nullable Size size;
    private final @Nullable ScaleFactor factor;
    private final InterpolateMode mode;
    private final ArrayList<Arg<? super Takes.Interpolate>> options = new ArrayList<>();

    /**
     * An interpolation.
     *
     * @param args size or scaleFactor: one, or one an axis; mode (NEAREST), alignCorners (false, not with NEAREST and AREA),
     *     recomputeScaleFactor (false)
     */
    @SafeVarargs
    public Upsample(Arg<? super Upsample>... args) {
        this(given(args, mode(InterpolateMode.NEAREST)), given(args, AlignCorners.class), args);
    }

    Upsample(InterpolateMode mode, @Nullable AlignCorners corners, Arg<?>[] args) {
        size = given(args, Size.class);
        factor = given(args, ScaleFactor.class);
        this.mode = mode;
        options.add(mode);
        if (size != null) options.add(size);
        if (factor != null) options.add(factor);
        if (corners != null) options.add(corners);
        var recompute = given(args, RecomputeScaleFactor.class);
        if (recompute != null) options.add(recompute);
    }

    @Override
    @SuppressWarnings("unchecked") // a list of these makes an array of these
    protected Tensor forward(Tensor x) {
        return interpolate(x, (Arg<? super Takes.Interpolate>[]) options.toArray(Arg<?>[]::new));
    }

    @Override
    protected String extraRepr() {
        var what = factor != null
                ? "scale_factor=" + text(factor.values())
                : "size=" + (size == null ? "None" : Repr.given(size.sizes()));
        return what + ", mode='" + mode + "'";
    }

    private static String text(double[] factors) {
        if (factors.length == 1) return Repr.of(factors[0]);
        return Arrays.stream(factors).mapToObj(Repr::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
