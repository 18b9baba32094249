package flambeau.array;

/**
 * How a window moves over the space axes of an image; each array has one entry a space axis.
 *
 * @param kernel the sizes of the window
 * @param stride the steps between windows
 * @param padding the places added on both sides of each axis
 * @param dilation the distances between the places of a window
 */
public record Window(int[] kernel, int[] stride, int[] padding, int[] dilation) {
    /** The number of space axes. */
    public int rank() {
        return kernel.length;
    }

    /** The number of windows along an axis of {@code size} places: {@code (size + 2p - d(k-1) - 1) / s + 1}. */
    public int outputs(int axis, int size) {
        return Math.floorDiv(size + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1, stride[axis]) + 1;
    }

    /** The place where entry {@code k} of window {@code out} lies; outside {@code [0, size)} it is padding. */
    public int input(int axis, int out, int k) {
        return out * stride[axis] - padding[axis] + k * dilation[axis];
    }

    /** The window that covers place {@code in} with its entry {@code k}; -1 if there is none. May lie past the last window. */
    public int output(int axis, int in, int k) {
        int distance = in + padding[axis] - k * dilation[axis];
        return distance < 0 || distance % stride[axis] != 0 ? -1 : distance / stride[axis];
    }

    /** The same over three space axes, standing still on those that are added in front. */
    public Window threeAxes() {
        return new Window(front(kernel, 1), front(stride, 1), front(padding, 0), front(dilation, 1));
    }

    private static int[] front(int[] entries, int fill) {
        var three = new int[] {fill, fill, fill};
        System.arraycopy(entries, 0, three, 3 - entries.length, entries.length);
        return three;
    }
}
