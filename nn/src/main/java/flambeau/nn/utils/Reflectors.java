package flambeau.nn.utils;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;

/** The reflections whose product makes a matrix triangular, as LAPACK's geqrf has them: below the diagonal, on it the signs. */
final class Reflectors {
    private Reflectors() {}

    static Tensor of(Tensor a) {
        int n = a.size(-2), k = a.size(-1);
        var values = a.toDouble().contiguous().reshape(-1).toDoubleArray();
        for (int at = 0; at < values.length; at += n * k) for (int j = 0; j < k; j++) reflect(values, at, n, k, j);
        return Tensors.tensor(values).reshape(a.shape()).to(a.dtype());
    }

    private static void reflect(double[] a, int at, int n, int k, int j) {
        int pivot = at + j * k + j;
        double alpha = a[pivot], rest = 0;
        for (int i = j + 1; i < n; i++) rest += a[at + i * k + j] * a[at + i * k + j];
        if (rest == 0) { // nothing to reflect
            a[pivot] = -Math.signum(alpha);
            return;
        }
        double beta = -Math.copySign(Math.sqrt(alpha * alpha + rest), alpha), tau = (beta - alpha) / beta;
        for (int i = j + 1; i < n; i++) a[at + i * k + j] /= alpha - beta;
        for (int c = j + 1; c < k; c++) {
            double sum = a[at + j * k + c];
            for (int i = j + 1; i < n; i++) sum += a[at + i * k + j] * a[at + i * k + c];
            a[at + j * k + c] -= tau * sum;
            for (int i = j + 1; i < n; i++) a[at + i * k + c] -= tau * sum * a[at + i * k + j];
        }
        a[pivot] = Math.signum(beta);
    }
}
