package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input mirrored at its edges, which are not repeated.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [.., h + top + bottom, w + left + right]}. Each number must be below the size that it adds to. Negative
 * numbers cut places off. Source: {@code torch.nn.ReflectionPad2d}.
 *
 * {@snippet :
 * var pad = new ReflectionPad2d(1, 2, 3, 4); // left, right, top, bottom
 * }
 */
public class ReflectionPad2d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom
     * @throws IllegalArgumentException if there are not 1 or 4 numbers
     */
    public ReflectionPad2d(int... padding) {
        super(2, PaddingMode.REFLECT, padding);
    }
}
