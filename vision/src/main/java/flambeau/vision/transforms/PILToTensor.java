package flambeau.vision.transforms;

import flambeau.tensor.Tensor;
import flambeau.vision.io.Pixels;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * An image as a tensor with the same values: uint8, of a {@code TYPE_USHORT_GRAY} int16. Unlike PyTorch, an image with a palette
 * gives its colours.
 */
public final class PILToTensor implements Function<BufferedImage, Tensor> {
    /** The transform. */
    public PILToTensor() {}

    /**
     * The samples of an image.
     *
     * @return {@code [c, h, w]} with c = 1 for grey, 3 for colour, one more with alpha
     */
    @Override
    public Tensor apply(BufferedImage image) {
        return Pixels.tensor(image);
    }

    @Override
    public String toString() {
        return "PILToTensor()";
    }
}
