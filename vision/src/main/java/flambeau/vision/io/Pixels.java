package flambeau.vision.io;

import static flambeau.args.Args.dtype;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.awt.image.BufferedImage;

/** Java's images as tensors, and back. */
public final class Pixels {
    private Pixels() {}

    /**
     * The samples of an image as uint8 {@code [c, h, w]}; those of a {@code TYPE_USHORT_GRAY} as int16, which takes values above
     * 32767 for negative ones, as torchvision does.
     *
     * <p>Fewer than 8 bits are stretched to the range from 0 to 255; of 16 bits in colour the upper 8 are taken. A palette counts
     * as its colours, and as grey if all of them are. Premultiplied alpha is divided out.
     */
    public static Tensor tensor(BufferedImage image) {
        int w = image.getWidth(), h = image.getHeight();
        if (image.getType() != BufferedImage.TYPE_USHORT_GRAY) return tensor(Channels.of(image), h, w);
        return Tensors.tensor(image.getRaster().getDataElements(0, 0, w, h, null))
                .view(1, h, w);
    }

    /**
     * The samples of an image divided by 255, as float32 {@code [c, h, w]}: what {@code tensor(image).toFloat().div(255)} gives,
     * but faster, for data sets of small images.
     */
    public static Tensor unitTensor(BufferedImage image) {
        var channels = Channels.of(image);
        var x = new float[channels.length][channels[0].length];
        for (int c = 0; c < x.length; c++)
            for (int i = 0; i < x[c].length; i++) x[c][i] = (channels[c][i] & 255) / 255f;
        return Tensors.tensor(x).view(x.length, image.getHeight(), image.getWidth());
    }

    static Tensor tensor(byte[][] channels, int h, int w) {
        return Tensors.tensor(channels, dtype(DType.UINT8)).view(channels.length, h, w);
    }

    /**
     * An image with the samples of a tensor: {@code TYPE_BYTE_GRAY}, {@code TYPE_3BYTE_BGR} or {@code TYPE_4BYTE_ABGR} for 1, 3
     * or 4 channels, {@code TYPE_USHORT_GRAY} for int16.
     *
     * @param x {@code [c, h, w]}, uint8 with 1, 3 or 4 channels, or int16 with 1
     * @throws IllegalArgumentException if it has another shape or dtype, or no pixels
     */
    public static BufferedImage image(Tensor x) {
        if (x.dim() != 3 || x.numel() == 0)
            throw new IllegalArgumentException("image: the tensor must be [c, h, w] and not empty, got "
                    + x.shape().text());
        int h = x.size(1), w = x.size(2), type = type(x);
        var image = new BufferedImage(w, h, type);
        if (type == BufferedImage.TYPE_USHORT_GRAY) image.getRaster().setPixels(0, 0, w, h, x.toIntArray());
        else image.getRaster().setDataElements(0, 0, w, h, x.permute(1, 2, 0).toByteArray());
        return image;
    }

    private static int type(Tensor x) {
        if (x.dtype() == DType.INT16 && x.size(0) == 1) return BufferedImage.TYPE_USHORT_GRAY;
        if (x.dtype() != DType.UINT8)
            throw new IllegalArgumentException(
                    "image: the dtype must be uint8, or int16 for grey, got " + x.describe());
        return switch (x.size(0)) {
            case 1 -> BufferedImage.TYPE_BYTE_GRAY;
            case 3 -> BufferedImage.TYPE_3BYTE_BGR;
            case 4 -> BufferedImage.TYPE_4BYTE_ABGR;
            default ->
                throw new IllegalArgumentException("image: 1, 3 or 4 channels make an image, got "
                        + x.shape().text());
        };
    }
}
