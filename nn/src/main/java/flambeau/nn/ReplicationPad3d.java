package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input with its edges repeated.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [.., d + front + back, h + top + bottom, w + left + right]}. Negative
 * numbers cut places off. Source: {@code torch.nn.ReplicationPad3d}.
 *
 * {@snippet :
 * var pad = new ReplicationPad3d(1, 2, 3, 4, 5, 6); // left, right, top, bottom, front, back
 * }
 */
public class ReplicationPad3d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom, front, back
     * @throws IllegalArgumentException if there are not 1 or 6 numbers
     */
    public ReplicationPad3d(int... padding) {
        super(3, PaddingMode.REPLICATE, padding);
    }
}
