package flambeau.tensor;

import static flambeau.tensor.Triangles.mT;

import flambeau.array.Array;
import flambeau.array.Element;

/** Determinants from LU factors, and their gradient, which singular matrices have too. */
final class Determinants {
    private Determinants() {}

    private interface Each {
        void matrix(int number, boolean odd, double[] diagonal);
    }

    private static void each(Factors.Lu a, Each f) {
        int n = a.lu().size(-1), batch = Math.toIntExact(Factors.front(a.lu()).count());
        var diagonals = Triangles.diagonal(a.lu()).reshape(batch, n).toDoubleArray();
        var pivots = a.pivots().toIntArray();
        for (int b = 0; b < batch; b++) {
            boolean odd = false;
            for (int i = 0; i < n; i++) odd ^= pivots[b * n + i] != i + 1;
            f.matrix(b, odd, java.util.Arrays.copyOfRange(diagonals, b * n, b * n + n));
        }
    }

    static Tensor product(Factors.Lu a) {
        var y = Array.empty(Factors.front(a.lu()), a.lu().dtype());
        each(a, (b, odd, diagonal) -> {
            double product = odd ? -1 : 1;
            for (double d : diagonal) product *= d;
            set(y, b, product);
        });
        return new Tensor(y);
    }

    private static void set(Array y, int i, double value) {
        Element.setDouble(y.dtype(), y.address() + (long) i * y.dtype().bytes(), value);
    }

    /** Signs and logarithms of absolute values. */
    static Tensor[] logarithm(Factors.Lu a) {
        var shape = Factors.front(a.lu());
        Array sign = Array.empty(shape, a.lu().dtype()), log = Array.empty(shape, a.lu().dtype());
        each(a, (b, odd, diagonal) -> {
            double s = odd ? -1 : 1, sum = 0;
            for (double d : diagonal) {
                s *= Math.signum(d);
                sum += Math.log(Math.abs(d));
            }
            set(sign, b, s);
            set(log, b, sum);
        });
        return new Tensor[] {new Tensor(sign), new Tensor(log)};
    }

    /** {@code det(A) A^-T}, and for singular matrices the adjugate from singular values. */
    static Tensor gradient(Tensor a, Tensor y, Factors.Lu lu, Tensor dy) {
        var g = dy.unsqueeze(-1).unsqueeze(-1);
        var singular = y.unrecorded().eq(0).unsqueeze(-1).unsqueeze(-1);
        boolean some = a.count() > 0 && singular.any().isTrue();
        if (!some) {
            var scaled = Triangles.identity(a).mul(g.mul(y.unsqueeze(-1).unsqueeze(-1)));
            if (flambeau.autograd.GradMode.isEnabled()) return Linalg.solve(mT(a), scaled);
            return Factors.luSolve(lu, scaled, true);
        }
        var adjugate = adjugate(a).mul(g);
        if (singular.all().isTrue()) return adjugate;
        var regular = Triangles.identity(a).where(singular, a); // so that what is singular can be solved too
        var scaled = Triangles.identity(a).mul(g.mul(y.unsqueeze(-1).unsqueeze(-1)));
        return adjugate.where(singular, Linalg.solve(mT(regular), scaled));
    }

    private static Tensor adjugate(Tensor a) {
        var svd = Linalg.svd(a, false);
        int n = a.size(-1);
        var others = Triangles.identity(n, n, a.dtype()).eq(0);
        var factors = svd.s()
                .unsqueeze(-2)
                .expand(Factors.join(Factors.front(a), n, n))
                .where(others, 1);
        var products = factors.select(-1, 0);
        for (int i = 1; i < n; i++) products = products.mul(factors.select(-1, i));
        var sign = Linalg.det(svd.u()).mul(Linalg.det(svd.vh())).unsqueeze(-1);
        return svd.u().mul(products.mul(sign).unsqueeze(-2)).matmul(svd.vh());
    }
}
