package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input that goes on at the opposite edge.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [.., d + front + back, h + top + bottom, w + left + right]}. No number may be above the size that it adds to. Negative
 * numbers cut places off. Source: {@code torch.nn.CircularPad3d}.
 *
 * {@snippet :
 * var pad = new CircularPad3d(1, 2, 3, 4, 5, 6); // left, right, top, bottom, front, back
 * }
 */
public class CircularPad3d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom, front, back
     * @throws IllegalArgumentException if there are not 1 or 6 numbers
     */
    public CircularPad3d(int... padding) {
        super(3, PaddingMode.CIRCULAR, padding);
    }
}
