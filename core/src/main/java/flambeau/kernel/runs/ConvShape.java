package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Window;

/** The sizes of a convolution of a contiguous x, and where its parts lie. */
final class ConvShape {
    private final Window win;
    private final int n, channels, outputs, groups;
    private final int[] in, out; // places and windows along three axes
    private final Patches patches;

    ConvShape(Array x, Array y, Window window, int groups) {
        win = window.threeAxes();
        n = x.shape().get(0);
        channels = x.shape().get(1);
        outputs = y.shape().get(1);
        this.groups = groups;
        in = space(x);
        out = space(y);
        patches = new Patches(win, channels / groups, in[0], in[1], in[2], out);
    }

    private static int[] space(Array x) {
        var space = new int[] {1, 1, 1};
        int axes = x.shape().rank() - 2;
        for (int i = 0; i < axes; i++) space[3 - axes + i] = x.shape().get(2 + i);
        return space;
    }

    int n() {
        return n;
    }

    /** The output channels of a group. */
    int o() {
        return outputs / groups;
    }

    Patches patches() {
        return patches;
    }

    /** The number of products of an output. */
    int depth() {
        return patches.depth();
    }

    /** The rows of windows. */
    int rows() {
        return out[0] * out[1];
    }

    /** The windows of a row. */
    int columns() {
        return out[2];
    }

    int windows() {
        return out[0] * out[1] * out[2];
    }

    /** The elements of a group of an image. */
    int imageSize() {
        return channels / groups * in[0] * in[1] * in[2];
    }

    /** Whether each window is one place, so that the image is its own matrix of patches. */
    boolean isProduct() {
        for (int i = 0; i < 3; i++)
            if (win.kernel()[i] != 1 || win.stride()[i] != 1 || win.padding()[i] != 0) return false;
        return true;
    }

    /** The address of a group of an image of x. */
    long image(Array x, int image, int group) {
        return x.address() + 4L * ((long) image * groups + group) * imageSize();
    }

    /** The weights of a group as a matrix [o, depth]. */
    Matrix weights(Array w, int group) {
        return new Matrix(w.address() + 4L * group * o() * depth(), depth(), 1);
    }

    /** The outputs of an image from channel {@code first} on as a matrix [o, windows]. */
    Matrix plane(Array y, int image, int first) {
        long at = y.address() + 4L * image * outputs * windows();
        return y.layout().isContiguous()
                ? new Matrix(at + 4L * first * windows(), windows(), 1)
                : new Matrix(at + 4L * first, 1, outputs);
    }
}
