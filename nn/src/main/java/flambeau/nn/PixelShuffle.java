package flambeau.nn;

import static flambeau.functional.F.pixelShuffle;

import flambeau.tensor.Tensor;

/**
 * Channels as pixels: {@code y[.., c, h r + i, w r + j] = x[.., c r r + i r + j, h, w]}.
 *
 * <p>Input {@code [.., c r r, h, w]}, output {@code [.., c, h r, w r]}. Source: {@code torch.nn.PixelShuffle}; Shi et al., Real-time single image and video
 * super-resolution using an efficient sub-pixel convolutional neural network.
 *
 * {@snippet :
 * var y = new PixelShuffle(2).apply(x);
 * }
 */
public class PixelShuffle extends Layer {
    private final int upscaleFactor;

    /**
     * A shuffle.
     *
     * @param upscaleFactor r: how many pixels a side of a channel's square has
     * @throws IllegalArgumentException if it is not positive
     */
    public PixelShuffle(int upscaleFactor) {
        if (upscaleFactor < 1)
            throw new IllegalArgumentException("PixelShuffle: upscaleFactor must be positive, got " + upscaleFactor);
        this.upscaleFactor = upscaleFactor;
    }

    @Override
    protected Tensor forward(Tensor x) {
        return pixelShuffle(x, upscaleFactor);
    }

    @Override
    protected String extraRepr() {
        return "upscale_factor=" + upscaleFactor;
    }
}
