package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Gemm;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products: three loops. Those of float32 are summed in float32, in order, as the other providers do: what cancels there
 * cancels here.
 */
final class ReferenceGemm implements Gemm {
    private static final long SMALL = 256; // multiply-adds of a product whose terms are rounded before they are added

    @Override
    public boolean matmul(Array a, Array b, @Nullable Array bias, Array y) {
        Layout la = batched(a.layout()), lb = batched(b.layout()), ly = batched(y.layout());
        var left = Elements.of(a);
        var right = Elements.of(b);
        var out = Elements.of(y);
        var add = bias == null ? null : Elements.of(bias);
        int batch = ly.shape().get(0),
                n = ly.shape().get(1),
                m = ly.shape().get(2),
                k = la.shape().get(2);
        long stepA = la.shape().get(0) == 1 ? 0 : la.stride(0),
                stepB = lb.shape().get(0) == 1 ? 0 : lb.stride(0);
        boolean single = a.isFloat32(), small = single && batch == 1 && (long) n * m * k <= SMALL;
        for (int t = 0; t < batch; t++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < m; j++) {
                    long pa = t * stepA + i * la.stride(1), pb = t * stepB + j * lb.stride(2);
                    long py = t * ly.stride(0) + i * ly.stride(1) + j * ly.stride(2);
                    if (left.isFloating()) {
                        double sum = add == null ? 0 : add.getDouble(j);
                        for (int l = 0; l < k; l++) {
                            double term = left.doubleAt(pa + l * la.stride(2)) * right.doubleAt(pb + l * lb.stride(1));
                            sum = round(single, sum + round(small, term));
                        }
                        out.setDoubleAt(py, sum);
                    } else {
                        long sum = add == null ? 0 : add.getLong(j);
                        for (int l = 0; l < k; l++)
                            sum += left.longAt(pa + l * la.stride(2)) * right.longAt(pb + l * lb.stride(1));
                        out.setLongAt(py, sum);
                    }
                }
        return true;
    }

    /** The float32 nearest to x, if it is {@code wanted}. */
    private static double round(boolean wanted, double x) {
        return wanted ? (float) x : x;
    }

    private static Layout batched(Layout layout) {
        return layout.shape().rank() == 3 ? layout : layout.insert(0);
    }
}
