package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input with zeros around it.
 *
 * <p>Input {@code [.., h, w]}, output {@code [.., h + top + bottom, w + left + right]}. Negative
 * numbers cut places off. Source: {@code torch.nn.ZeroPad2d}.
 *
 * {@snippet :
 * var pad = new ZeroPad2d(1, 2, 3, 4); // left, right, top, bottom
 * }
 */
public class ZeroPad2d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom
     * @throws IllegalArgumentException if there are not 1 or 4 numbers
     */
    public ZeroPad2d(int... padding) {
        super(2, PaddingMode.CONSTANT, padding);
    }
}
