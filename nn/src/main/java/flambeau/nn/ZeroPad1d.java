package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input with zeros around it.
 *
 * <p>Input {@code [.., l]}, output {@code [.., l + left + right]}. Negative
 * numbers cut places off. Source: {@code torch.nn.ZeroPad1d}.
 *
 * {@snippet :
 * var pad = new ZeroPad1d(1, 2); // left, right
 * }
 */
public class ZeroPad1d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right
     * @throws IllegalArgumentException if there are not 1 or 2 numbers
     */
    public ZeroPad1d(int... padding) {
        super(1, PaddingMode.CONSTANT, padding);
    }
}
