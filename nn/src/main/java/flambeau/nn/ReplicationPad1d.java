package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input with its edges repeated.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [.., l + left + right]}. Negative
 * numbers cut places off. Source: {@code torch.nn.ReplicationPad1d}.
 *
 * {@snippet :
 * var pad = new ReplicationPad1d(1, 2); // left, right
 * }
 */
public class ReplicationPad1d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right
     * @throws IllegalArgumentException if there are not 1 or 2 numbers
     */
    public ReplicationPad1d(int... padding) {
        super(1, PaddingMode.REPLICATE, padding);
    }
}
