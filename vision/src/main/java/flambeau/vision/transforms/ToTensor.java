package flambeau.vision.transforms;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import flambeau.vision.io.Pixels;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * An image as numbers in [0, 1]: {@code y[c, i, j] = x[i, j, c] / 255}, of the default dtype.
 *
 * <p>Samples that are no bytes keep their values and type, so those of a {@code TYPE_USHORT_GRAY} become int16. Unlike PyTorch, an
 * image with a palette gives its colours.
 *
 * {@snippet :
 * Tensor x = new ToTensor().apply(ImageIO.read(file)); // [c, h, w]
 * }
 */
public final class ToTensor implements Function<BufferedImage, Tensor> {
    /** The transform. */
    public ToTensor() {}

    /**
     * The image as numbers.
     *
     * @return {@code [c, h, w]} with c = 1 for grey, 3 for colour, one more with alpha
     */
    @Override
    public Tensor apply(BufferedImage image) {
        boolean bytes = image.getType() != BufferedImage.TYPE_USHORT_GRAY;
        return bytes && Tensors.getDefaultDtype() == DType.FLOAT32
                ? Pixels.unitTensor(image)
                : scaled(Pixels.tensor(image));
    }

    /**
     * What numpy arrays are to PyTorch: samples with the channels last.
     *
     * @param image {@code [h, w]} or {@code [h, w, c]}; only uint8 is divided by 255
     * @return {@code [c, h, w]}
     * @throws IllegalArgumentException if it has another number of dimensions
     */
    public Tensor apply(Tensor image) {
        if (image.dim() != 2 && image.dim() != 3)
            throw new IllegalArgumentException("ToTensor: the image must be [h, w] or [h, w, c], got "
                    + image.shape().text());
        return scaled(
                image.dim() == 2 ? image.unsqueeze(0) : image.permute(2, 0, 1).contiguous());
    }

    private static Tensor scaled(Tensor x) {
        return x.dtype() == DType.UINT8 ? x.to(Tensors.getDefaultDtype()).div(255) : x;
    }

    @Override
    public String toString() {
        return "ToTensor()";
    }
}
