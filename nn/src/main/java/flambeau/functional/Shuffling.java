package flambeau.functional;

import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import java.util.stream.IntStream;

/** Channels and pixels in another order. */
abstract sealed class Shuffling extends Folding permits Distances {
    Shuffling() {}

    /**
     * Channels as pixels: {@code y[.., c, h r + i, w r + j] = x[.., c r r + i r + j, h, w]}. Source: Shi et al., Real-time single image
     * and video super-resolution using an efficient sub-pixel convolutional neural network.
     *
     * @param x [.., c r r, h, w]
     * @param upscaleFactor r
     * @return [.., c, h r, w r]
     * @throws IllegalArgumentException if r is not positive or its square does not divide the channels
     */
    public static Tensor pixelShuffle(Tensor x, int upscaleFactor) {
        int r = upscaleFactor;
        checkImage("pixelShuffle", x, r);
        if (r == 1) return x.clone();
        int channels = x.size(-3), c = channels / r / r;
        if (channels % ((long) r * r) != 0)
            throw Refusal.of("pixelShuffle: channels (%d) must be divisible by %d * %d", channels, r, r);
        int h = x.size(-2), w = x.size(-1), n = x.dim() - 3;
        var parts = x.reshape(sizes(x, c, r, r, h, w)); // [.., c, i, j, h, w]
        return Op.named("PixelShuffle", parts.permute(order(n, 0, 3, 1, 4, 2)).reshape(sizes(x, c, h * r, w * r)));
    }

    /**
     * Pixels as channels: undoes {@link #pixelShuffle}.
     *
     * @param x [.., c, h r, w r]
     * @param downscaleFactor r
     * @return [.., c r r, h, w]
     * @throws IllegalArgumentException if r is not positive or does not divide height and width
     */
    public static Tensor pixelUnshuffle(Tensor x, int downscaleFactor) {
        int r = downscaleFactor;
        checkImage("pixelUnshuffle", x, r);
        if (r == 1) return x.clone();
        int c = x.size(-3), h = x.size(-2), w = x.size(-1), n = x.dim() - 3;
        if (h % r != 0 || w % r != 0)
            throw Refusal.of(
                    "pixelUnshuffle: height and width of %s must be divisible by %d",
                    x.shape().text(), r);
        var parts = x.reshape(sizes(x, c, h / r, r, w / r, r)); // [.., c, h, i, w, j]
        return parts.permute(order(n, 0, 2, 4, 1, 3)).reshape(sizes(x, c * r * r, h / r, w / r));
    }

    /**
     * The channels of all groups in turn: channel {@code g k + i}, number i of group g, becomes number {@code i groups + g}. Source: Zhang
     * et al., ShuffleNet.
     *
     * @param x [n, c, ..], at least one space axis
     * @param groups the number of groups, each of k channels
     * @return x's shape
     * @throws IllegalArgumentException if groups are not positive or do not divide the channels
     */
    public static Tensor channelShuffle(Tensor x, int groups) {
        if (x.dim() < 3)
            throw Refusal.of(
                    "channelShuffle: the input must be [n, c, ..] with a space axis, got %s",
                    x.shape().text());
        int c = x.size(1);
        if (groups < 1 || c % groups != 0)
            throw Refusal.of("channelShuffle: channels (%d) must be divisible by groups (%d)", c, groups);
        if (groups == 1) return x.clone();
        var sizes = IntStream.concat(
                        IntStream.of(x.size(0), groups, c / groups),
                        IntStream.range(2, x.dim()).map(x::size))
                .toArray();
        return x.reshape(sizes).transpose(1, 2).reshape(x.shape());
    }

    /** The same as {@link #channelShuffle}. */
    public static Tensor nativeChannelShuffle(Tensor x, int groups) {
        return channelShuffle(x, groups);
    }

    private static void checkImage(String op, Tensor x, int r) {
        if (x.dim() < 3)
            throw Refusal.of(
                    "%s: the input must be [.., c, h, w], got %s", op, x.shape().text());
        if (r < 1) throw Refusal.of("%s: the factor must be positive, got %d", op, r);
    }

    /** The sizes of x in front of its channels, and these. */
    private static int[] sizes(Tensor x, int... last) {
        var front = IntStream.range(0, x.dim() - 3).map(x::size);
        return IntStream.concat(front, IntStream.of(last)).toArray();
    }

    /** The dimensions in front, which stay, and these, counted behind them. */
    private static int[] order(int front, int... last) {
        return IntStream.concat(IntStream.range(0, front), IntStream.of(last).map(d -> d + front))
                .toArray();
    }
}
