package flambeau.nn;

/**
 * The input with one value around it.
 *
 * <p>Input {@code [.., l]}, output {@code [.., l + left + right]}. Negative numbers cut
 * places off. Source: {@code torch.nn.ConstantPad1d}.
 *
 * {@snippet :
 * var pad = new ConstantPad1d(new int[] {1, 2}, 3.5); // left, right
 * }
 */
public class ConstantPad1d extends ConstantPad {
    /**
     * A padding with as many places on all sides.
     *
     * @param padding the places on each side
     * @param value what they hold
     */
    public ConstantPad1d(int padding, Number value) {
        super(1, value, padding);
    }

    /**
     * A padding.
     *
     * @param padding left, right; or one number for all
     * @param value what new places hold
     * @throws IllegalArgumentException if there are not 1 or 2 numbers
     */
    public ConstantPad1d(int[] padding, Number value) {
        super(1, value, padding);
    }
}
