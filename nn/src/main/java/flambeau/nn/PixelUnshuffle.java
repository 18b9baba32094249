package flambeau.nn;

import static flambeau.functional.F.pixelUnshuffle;

import flambeau.tensor.Tensor;

/**
 * Pixels as channels: undoes {@link PixelShuffle}.
 *
 * <p>Input {@code [.., c, h r, w r]}, output {@code [.., c r r, h, w]}. Source: {@code torch.nn.PixelUnshuffle}.
 *
 * {@snippet :
 * var y = new PixelUnshuffle(2).apply(x);
 * }
 */
public class PixelUnshuffle extends Layer {
    private final int downscaleFactor;

    /**
     * A shuffle.
     *
     * @param downscaleFactor r: how many pixels a side of a channel's square has
     * @throws IllegalArgumentException if it is not positive
     */
    public PixelUnshuffle(int downscaleFactor) {
        if (downscaleFactor < 1)
            throw new IllegalArgumentException(
                    "PixelUnshuffle: downscaleFactor must be positive, got " + downscaleFactor);
        this.downscaleFactor = downscaleFactor;
    }

    @Override
    protected Tensor forward(Tensor x) {
        return pixelUnshuffle(x, downscaleFactor);
    }

    @Override
    protected String extraRepr() {
        return "downscale_factor=" + downscaleFactor;
    }
}
