package flambeau.vision.transforms;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.vision.io.Pixels;
import java.awt.image.BufferedImage;
import java.util.function.Function;

/**
 * A tensor as an image: what PIL's images are to PyTorch, {@code BufferedImage} is to Java. Floating values are multiplied by 255,
 * lose their fraction and wrap to a byte.
 *
 * {@snippet :
 * BufferedImage image = new ToPILImage().apply(rand(3, 32, 32));
 * }
 */
public final class ToPILImage implements Function<Tensor, BufferedImage> {
    /** The transform. */
    public ToPILImage() {}

    /**
     * The image: {@code TYPE_BYTE_GRAY}, {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR} for 1, 3 or 4 channels, {@code
     * TYPE_USHORT_GRAY} for int16.
     *
     * @param x {@code [h, w]} or {@code [c, h, w]}, floating in [0, 1], or uint8, or int16 with one channel
     * @throws IllegalArgumentException if it has another shape or dtype, or no pixels
     */
    @Override
    public BufferedImage apply(Tensor x) {
        if (x.dim() != 2 && x.dim() != 3)
            throw new IllegalArgumentException("ToPILImage: the tensor must be [h, w] or [c, h, w], got "
                    + x.shape().text());
        var y = x.dim() == 2 ? x.unsqueeze(0) : x;
        return Pixels.image(y.dtype().isFloatingPoint() ? y.detach().mul(255).to(DType.UINT8) : y);
    }

    @Override
    public String toString() {
        return "ToPILImage()";
    }
}
