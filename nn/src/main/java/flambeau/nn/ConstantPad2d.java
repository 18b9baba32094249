package flambeau.nn;

/**
 * The input with one value around it.
 *
 * <p>Input {@code [.., h, w]}, output {@code [.., h + top + bottom, w + left + right]}. Negative numbers cut
 * places off. Source: {@code torch.nn.ConstantPad2d}.
 *
 * {@snippet :
 * var pad = new ConstantPad2d(new int[] {1, 2, 3, 4}, 3.5); // left, right, top, bottom
 * }
 */
public class ConstantPad2d extends ConstantPad {
    /**
     * A padding with as many places on all sides.
     *
     * @param padding the places on each side
     * @param value what they hold
     */
    public ConstantPad2d(int padding, Number value) {
        super(2, value, padding);
    }

    /**
     * A padding.
     *
     * @param padding left, right, top, bottom; or one number for all
     * @param value what new places hold
     * @throws IllegalArgumentException if there are not 1 or 4 numbers
     */
    public ConstantPad2d(int[] padding, Number value) {
        super(2, value, padding);
    }
}
