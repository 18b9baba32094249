package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input mirrored at its edges, which are not repeated.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [.., d + front + back, h + top + bottom, w + left + right]}. Each number must be below the size that it adds to. Negative
 * numbers cut places off. Source: {@code torch.nn.ReflectionPad3d}.
 *
 * {@snippet :
 * var pad = new ReflectionPad3d(1, 2, 3, 4, 5, 6); // left, right, top, bottom, front, back
 * }
 */
public class ReflectionPad3d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom, front, back
     * @throws IllegalArgumentException if there are not 1 or 6 numbers
     */
    public ReflectionPad3d(int... padding) {
        super(3, PaddingMode.REFLECT, padding);
    }
}
