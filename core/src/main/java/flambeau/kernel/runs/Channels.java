package flambeau.kernel.runs;

import flambeau.array.Array;

/** How the channels of an image lie: what {@link FloatNorm} needs to know of its layout. */
sealed interface Channels permits ChannelColumns, ChannelPlanes {
    static Channels of(FloatNorm loops, Array x) {
        var shape = x.shape();
        int n = shape.get(0), c = shape.get(1);
        long space = x.count() / n / c;
        if (areColumns(x)) return new ChannelColumns(loops, x.count() / c, c);
        return c == 1 ? new ChannelPlanes(loops, 1, 1, x.count()) : new ChannelPlanes(loops, n, c, space);
    }

    /** Whether the channels of an image, which is not empty, are the columns of a matrix. */
    static boolean areColumns(Array x) {
        int c = x.shape().get(1);
        return c > 1 && (x.count() == (long) x.shape().get(0) * c || x.layout().isChannelsLast());
    }

    /** The sum of each channel. */
    double[] sums(long x);

    /** The sum of {@code (x - mean)^2} of each channel. */
    double[] squares(long x, float[] mean);

    /** The sum of {@code dy (x - mean)} of each channel. */
    double[] products(long dy, long x, float[] mean);

    /** {@code y = (x - mean) scale + shift}. */
    void affine(long x, long y, float[] mean, float[] scale, float[] shift);

    /** {@code dx = dy a + ((x - mean) b + c)}. */
    void gradient(long dy, long x, long dx, float[] mean, float[] a, float[] b, float[] c);
}
