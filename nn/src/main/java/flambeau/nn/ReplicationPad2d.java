package flambeau.nn;

import flambeau.args.PaddingMode;

/**
 * The input with its edges repeated.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [.., h + top + bottom, w + left + right]}. Negative
 * numbers cut places off. Source: {@code torch.nn.ReplicationPad2d}.
 *
 * {@snippet :
 * var pad = new ReplicationPad2d(1, 2, 3, 4); // left, right, top, bottom
 * }
 */
public class ReplicationPad2d extends Pad {
    /**
     * A padding.
     *
     * @param padding the places on all sides, or left, right, top, bottom
     * @throws IllegalArgumentException if there are not 1 or 4 numbers
     */
    public ReplicationPad2d(int... padding) {
        super(2, PaddingMode.REPLICATE, padding);
    }
}
