package flambeau.nn;

import static flambeau.args.Args.alignCorners;

import flambeau.args.Arg;
import flambeau.args.InterpolateMode;

/**
 * Images in another size by weighted means of the four elements around each place, with alignCorners.
 *
 * <p>Input {@code [n, c, h, w]}, output {@code [n, c, h', w']}. Source: {@code torch.nn.UpsamplingBilinear2d}.
 *
 * {@snippet :
 * var y = new UpsamplingBilinear2d(scaleFactor(2)).apply(x);
 * }
 */
public class UpsamplingBilinear2d extends Upsample {
    /**
     * An interpolation.
     *
     * @param args size or scaleFactor: one, or one an axis
     */
    @SafeVarargs
    public UpsamplingBilinear2d(Arg<? super flambeau.functional.Takes.Resize>... args) {
        super(InterpolateMode.BILINEAR, alignCorners(true), args);
    }
}
