package flambeau.tensor;

import static flambeau.args.Args.dim;

import flambeau.array.DType;

/** The exponential of matrices by scaling, Pade's approximation and squaring (Higham 2005), in float64. */
final class MatrixExponential {
    private static final double REACH = 5.37; // the norm up to which order 13 is exact in float64
    private static final double[] PADE = {
        64764752532480000.0,
        32382376266240000.0,
        7771770303897600.0,
        1187353796428800.0,
        129060195264000.0,
        10559470521600.0,
        670442572800.0,
        33522128640.0,
        1323241920.0,
        40840800.0,
        960960.0,
        16380.0,
        182.0,
        1.0
    };

    private MatrixExponential() {}

    static Tensor of(Tensor a) {
        if (a.count() == 0) return Tensors.filled(a.shape(), 0, a.dtype());
        var x = a.plain(DType.FLOAT64);
        double norm = x.abs().sum(-2).amax(dim()).item().doubleValue();
        if (!Double.isFinite(norm)) return Tensors.filled(a.shape(), Double.NaN, a.dtype());
        int squarings = Math.max(Math.getExponent(norm / REACH) + 1, 0);
        x = x.mul(Math.scalb(1, -squarings));
        var y = pade(x);
        for (int i = 0; i < squarings; i++) y = y.matmul(y);
        return y.plain(a.dtype());
    }

    private static Tensor pade(Tensor x) {
        Tensor one = Triangles.identity(x), x2 = x.matmul(x), x4 = x2.matmul(x2), x6 = x4.matmul(x2);
        var odd = x.matmul(x6.matmul(sum(x6, 13, x4, 11, x2, 9))
                .add(sum(x6, 7, x4, 5, x2, 3))
                .add(one.mul(PADE[1])));
        var even = x6.matmul(sum(x6, 12, x4, 10, x2, 8))
                .add(sum(x6, 6, x4, 4, x2, 2))
                .add(one.mul(PADE[0]));
        return Linalg.solve(even.sub(odd), even.add(odd));
    }

    private static Tensor sum(Tensor a, int i, Tensor b, int j, Tensor c, int k) {
        return a.mul(PADE[i]).add(b.mul(PADE[j])).add(c.mul(PADE[k]));
    }
}
