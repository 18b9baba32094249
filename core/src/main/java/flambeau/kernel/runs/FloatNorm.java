package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Norm;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation of float32. Images with the channels last are a matrix whose columns are the channels; others are planes, one a
 * channel and image. Both give sums, and functions of an element and its channel's numbers.
 */
public abstract class FloatNorm implements Norm {
    /** For subclasses. */
    protected FloatNorm() {}

    /** Whether this provider wants to normalise so many elements; {@code columns}: by the functions of rows. */
    protected abstract boolean takes(long count, boolean columns);

    /** The sum of at most {@link Lanes#BLOCK} elements. */
    protected abstract float sum(long x, int n);

    /** The sum of {@code (x - mean)^2}. */
    protected abstract float squares(long x, float mean, int n);

    /** The sum of {@code dy (x - mean)}. */
    protected abstract float products(long dy, long x, float mean, int n);

    /** {@code acc[j] = } the sum of {@code x[r stride + j]} over r. */
    protected abstract void sumRows(long x, int rows, long stride, float[] acc, int n);

    /** The same of {@code (x - mean)^2}; column j has {@code mean[j]}. */
    protected abstract void squareRows(long x, float[] mean, int rows, long stride, float[] acc, int n);

    /** The same of {@code dy (x - mean)}. */
    protected abstract void productRows(long dy, long x, float[] mean, int rows, long stride, float[] acc, int n);

    /** {@code y = (x - mean) scale + shift}, at most {@link Lanes#BLOCK} elements; element j has the parameters j. */
    protected abstract void affine(long x, long y, float[] mean, float[] scale, float[] shift, int n);

    /** {@code dx = dy a + ((x - mean) b + c)}. */
    protected abstract void gradient(long dy, long x, long dx, float[] mean, float[] a, float[] b, float[] c, int n);

    @Override
    public boolean moments(Array x, Array mean, Array variance) {
        if (!takesAll(x, mean, variance)) return false;
        var in = dense(x);
        var image = Channels.of(this, in);
        int c = x.shape().get(1);
        double count = x.count() / (double) c;
        double[] means = image.sums(in.address());
        var rounded = new float[c];
        for (int j = 0; j < c; j++) rounded[j] = (float) (means[j] /= count);
        double[] squares = image.squares(in.address(), rounded);
        for (int j = 0; j < c; j++) {
            double error = means[j] - rounded[j];
            put(mean, j, rounded[j]);
            put(variance, j, (float) Math.max(squares[j] / count - error * error, 0));
        }
        Dense.release(in, x);
        return true;
    }

    @Override
    public boolean normalize(
            Array x, Array mean, Array variance, @Nullable Array w, @Nullable Array b, double eps, Array y) {
        if (!takesAll(x, mean, variance, y) || !isFloat(w) || !isFloat(b)) return false;
        Array in = dense(x), out = Dense.roomLike(in, y);
        int c = x.shape().get(1);
        float[] means = new float[c], scale = new float[c], shift = new float[c];
        for (int j = 0; j < c; j++) {
            means[j] = at(mean, j);
            scale[j] = (float) ((w == null ? 1 : at(w, j)) / Math.sqrt(at(variance, j) + eps));
            shift[j] = b == null ? 0 : at(b, j);
        }
        Channels.of(this, in).affine(in.address(), out.address(), means, scale, shift);
        Dense.release(in, x);
        Dense.finish(out, y);
        return true;
    }

    @Override
    public boolean backward(
            Array dy,
            Array x,
            Array mean,
            Array variance,
            @Nullable Array w,
            double eps,
            Array dx,
            Array dw,
            Array db) {
        if (!takesAll(x, mean, variance, dy, dx, dw, db) || !isFloat(w)) return false;
        Array in = dense(x), grad = Dense.like(in, dy), out = Dense.roomLike(in, dx);
        var image = Channels.of(this, in);
        int c = x.shape().get(1);
        double count = x.count() / (double) c;
        float[] means = new float[c], a = new float[c], b = new float[c], shift = new float[c];
        for (int j = 0; j < c; j++) means[j] = at(mean, j);
        double[] sums = image.sums(grad.address()), products = image.products(grad.address(), in.address(), means);
        for (int j = 0; j < c; j++) {
            double r = 1 / Math.sqrt(at(variance, j) + eps), scale = (w == null ? 1 : at(w, j)) * r;
            a[j] = (float) scale;
            b[j] = (float) (-scale * r * r * products[j] / count);
            shift[j] = (float) (-scale * sums[j] / count);
            put(dw, j, (float) (products[j] * r));
            put(db, j, (float) sums[j]);
        }
        image.gradient(grad.address(), in.address(), out.address(), means, a, b, shift);
        Dense.release(in, x);
        Dense.release(grad, dy);
        Dense.finish(out, dx);
        return true;
    }

    private boolean takesAll(Array x, Array... others) {
        for (var other : others) if (!other.isFloat32()) return false;
        return x.isFloat32() && x.count() > 0 && takes(x.count(), Channels.areColumns(x));
    }

    private static boolean isFloat(@Nullable Array a) {
        return a == null || a.isFloat32();
    }

    private static Array dense(Array x) {
        return x.layout().isChannelsLast() ? x : Dense.contiguous(x);
    }

    private static float at(Array a, int j) {
        return Floats.get(a.address() + 4L * j * a.layout().stride(0));
    }

    private static void put(Array a, int j, float value) {
        Floats.set(a.address() + 4L * j * a.layout().stride(0), value);
    }
}
