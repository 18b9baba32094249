package flambeau.nn;

/**
 * The input with one value around it.
 *
 * <p>Input {@code [.., d, h, w]}, output {@code [.., d + front + back, h + top + bottom, w + left + right]}. Negative numbers cut
 * places off. Source: {@code torch.nn.ConstantPad3d}.
 *
 * {@snippet :
 * var pad = new ConstantPad3d(new int[] {1, 2, 3, 4, 5, 6}, 3.5); // left, right, top, bottom, front, back
 * }
 */
public class ConstantPad3d extends ConstantPad {
    /**
     * A padding with as many places on all sides.
     *
     * @param padding the places on each side
     * @param value what they hold
     */
    public ConstantPad3d(int padding, Number value) {
        super(3, value, padding);
    }

    /**
     * A padding.
     *
     * @param padding left, right, top, bottom, front, back; or one number for all
     * @param value what new places hold
     * @throws IllegalArgumentException if there are not 1 or 6 numbers
     */
    public ConstantPad3d(int[] padding, Number value) {
        super(3, value, padding);
    }
}
