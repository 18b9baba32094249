package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input mirrored at its edges, which are not repeated.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [.., l + left + right]}. Each number must be below the size that it adds to. Negative
 * numbers cut places off. Source: {@code torch.nn.ReflectionPad1d}.
 *
 * {@snippet :
 * var pad = new ReflectionPad1d(1, 2); // left, right
 * }
 */
public class ReflectionPad1d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right
     * @throws IllegalArgumentException if there are not 1 or 2 numbers
     */
    public ReflectionPad1d(int... padding) {
        super(1, PaddingMode.REFLECT, padding);
    }
}
