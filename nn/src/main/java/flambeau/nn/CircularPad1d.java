package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input that goes on at the opposite edge.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [.., l + left + right]}. No number may be above the size that it adds to. Negative
 * numbers cut places off. Source: {@code torch.nn.CircularPad1d}.
 *
 * {@snippet :
 * var pad = new CircularPad1d(1, 2); // left, right
 * }
 */
public class CircularPad1d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right
     * @throws IllegalArgumentException if there are not 1 or 2 numbers
     */
    public CircularPad1d(int... padding) {
        super(1, PaddingMode.CIRCULAR, padding);
    }
}
