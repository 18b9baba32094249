package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input that goes on at the opposite edge.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [.., h + top + bottom, w + left + right]}. No number may be above the size that it adds to. Negative
 * numbers cut places off. Source: {@code torch.nn.CircularPad2d}.
 *
 * {@snippet :
 * var pad = new CircularPad2d(1, 2, 3, 4); // left, right, top, bottom
 * }
 */
public class CircularPad2d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom
     * @throws IllegalArgumentException if there are not 1 or 4 numbers
     */
    public CircularPad2d(int... padding) {
        super(2, PaddingMode.CIRCULAR, padding);
    }
}
