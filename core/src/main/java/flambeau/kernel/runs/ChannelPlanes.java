package flambeau.kernel.runs;

import flambeau.kernel.Parallel;
import java.util.Arrays;

/** Channels each of which is a plane in each of n images. */
record ChannelPlanes(FloatNorm loops, int n, int c, long space) implements Channels {
    private static final int CHUNK = 1 << 15; // elements a thread takes at a time
    private static final ThreadLocal<float[][]> NUMBERS = ThreadLocal.withInitial(() -> new float[4][Lanes.BLOCK]);

    private interface Sum {
        float of(long at, int channel, int n);
    }

    private double[] fold(Sum sum) {
        var sums = new double[c];
        Parallel.forRange(c, Math.max(CHUNK / (n * space), 1), (low, high) -> {
            for (int j = (int) low; j < high; j++) {
                double all = 0;
                for (int i = 0; i < n; i++)
                    for (long k = 0; k < space; k += Lanes.BLOCK)
                        all += sum.of(at(i, j, k), j, (int) Math.min(space - k, Lanes.BLOCK));
                sums[j] = all;
            }
        });
        return sums;
    }

    private long at(int image, int channel, long place) {
        return 4 * (((long) image * c + channel) * space + place);
    }

    @Override
    public double[] sums(long x) {
        return fold((at, channel, m) -> loops.sum(x + at, m));
    }

    @Override
    public double[] squares(long x, float[] mean) {
        return fold((at, channel, m) -> loops.squares(x + at, mean[channel], m));
    }

    @Override
    public double[] products(long dy, long x, float[] mean) {
        return fold((at, channel, m) -> loops.products(dy + at, x + at, mean[channel], m));
    }

    @Override
    public void affine(long x, long y, float[] mean, float[] scale, float[] shift) {
        forPlanes((at, m, t) -> loops.affine(x + at, y + at, t[0], t[1], t[2], m), mean, scale, shift);
    }

    @Override
    public void gradient(long dy, long x, long dx, float[] mean, float[] a, float[] b, float[] shift) {
        forPlanes((at, m, t) -> loops.gradient(dy + at, x + at, dx + at, t[0], t[1], t[2], t[3], m), mean, a, b, shift);
    }

    private interface Body {
        void run(long at, int n, float[][] numbers);
    }

    /** Visits all planes in runs, with the numbers of the channel repeated for each element. */
    private void forPlanes(Body body, float[]... numbers) {
        Parallel.forRange((long) n * c, Math.max(CHUNK / space, 1), (low, high) -> {
            var tiles = NUMBERS.get();
            for (long plane = low; plane < high; plane++) {
                int length = (int) Math.min(space, Lanes.BLOCK);
                for (int k = 0; k < numbers.length; k++)
                    Arrays.fill(tiles[k], 0, length, numbers[k][(int) (plane % c)]);
                for (long k = 0; k < space; k += Lanes.BLOCK)
                    body.run(4 * (plane * space + k), (int) Math.min(space - k, Lanes.BLOCK), tiles);
            }
        });
    }
}
