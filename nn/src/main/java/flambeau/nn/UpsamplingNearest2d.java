package flambeau.nn;

import flambeau.args.Arg;
import flambeau.args.InterpolateMode;

/**
 * Images in another size by the nearest elements.
 *
 * <p>Input {@code [n, c, h, w]}, output {@code [n, c, h', w']}. Source: {@code torch.nn.UpsamplingNearest2d}.
 *
 * {@snippet :
 * var y = new UpsamplingNearest2d(scaleFactor(2)).apply(x);
 * }
 */
public class UpsamplingNearest2d extends Upsample {
    /**
     * An interpolation.
     *
     * @param args size or scaleFactor: one, or one an axis
     */
    @SafeVarargs
    public UpsamplingNearest2d(Arg<? super flambeau.functional.Takes.Resize>... args) {
        super(InterpolateMode.NEAREST, null, args);
    }
}
