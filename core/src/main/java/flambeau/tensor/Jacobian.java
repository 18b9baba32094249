package flambeau.tensor;

import flambeau.args.Args;
import flambeau.array.DType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of one result of a function by one input, a row for each element of the input and a column for each of the
 * result; or a single number, the derivative along one direction of each.
 *
 * @param output the number of the result
 * @param x the input, one of {@code inputs}, whose values change and come back
 * @param eps by how much
 * @param dtypes whether a gradient must have the dtype of x
 * @param directions among the elements of x and of the result; null for all derivatives
 */
record Jacobian(
        UnaryOperator<List<Tensor>> function,
        List<Tensor> inputs,
        int output,
        Tensor x,
        double eps,
        boolean dtypes,
        double @Nullable [][] directions) {

    /** By finite differences. */
    double[][] numerical() {
        return directions == null ? numericalRows() : new double[][] {{along(directions)}};
    }

    private double[][] numericalRows() {
        var rows = new double[(int) x.numel()][];
        for (int i = 0; i < rows.length; i++) {
            var place = place(i);
            double before = place.item().doubleValue();
            double[] above = shifted(place, before + eps), below = shifted(place, before - eps);
            set(place, before);
            rows[i] = slopes(above, below);
        }
        return rows;
    }

    private Tensor place(int i) {
        var place = x.detach();
        int rest = i;
        var index = new int[x.dim()];
        for (int d = x.dim() - 1; d >= 0; d--) {
            index[d] = rest % x.size(d);
            rest /= x.size(d);
        }
        for (int at : index) place = place.select(0, at);
        return place;
    }

    private static void set(Tensor place, double value) {
        try (var _ = Tensors.noGrad()) {
            place.fill_(value);
        }
    }

    private double[] shifted(Tensor place, double value) {
        set(place, value);
        return values();
    }

    private double[] values() {
        try (var _ = Tensors.noGrad()) {
            return function.apply(inputs).get(output).detach().toDoubleArray();
        }
    }

    private double[] slopes(double[] above, double[] below) {
        var slopes = new double[above.length];
        for (int k = 0; k < slopes.length; k++) slopes[k] = (above[k] - below[k]) / (2 * eps);
        return slopes;
    }

    private double along(double[][] directions) {
        var before = x.detach().clone();
        var step = Tensors.tensor(directions[0], Args.dtype(DType.FLOAT64))
                .reshape(x.shape().sizes())
                .mul(eps)
                .to(x.dtype());
        double[] above, below;
        try (var _ = Tensors.noGrad()) {
            x.detach().copy_(before.add(step));
            above = values();
            x.detach().copy_(before.sub(step));
            below = values();
            x.detach().copy_(before);
        }
        return product(directions[1], slopes(above, below));
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /**
     * By backward.
     *
     * @param y the result
     * @throws WrongDtype if a gradient has another dtype than x, and must not
     */
    double[][] analytical(Tensor y) {
        if (directions != null) return new double[][] {{product(gradient(y, directions[1]), directions[0])}};
        int n = (int) x.numel(), m = (int) y.numel();
        var rows = new double[n][m];
        for (int k = 0; k < m; k++) {
            var one = new double[m];
            one[k] = 1;
            var dx = gradient(y, one);
            for (int i = 0; i < n; i++) rows[i][k] = dx[i];
        }
        return rows;
    }

    private double[] gradient(Tensor y, double[] dy) {
        if (!y.requiresGrad()) return new double[(int) x.numel()];
        var shaped = Tensors.tensor(dy, Args.dtype(DType.FLOAT64))
                .reshape(y.shape().sizes())
                .to(y.dtype());
        var dx = Tensors.grad(List.of(y), List.of(x), List.of(shaped), Args.retainGraph(true), Args.allowUnused(true))
                .getFirst();
        if (dx == null) return new double[(int) x.numel()];
        if (dtypes && dx.dtype() != x.dtype())
            throw new WrongDtype("a gradient is %s for an input of %s".formatted(dx.dtype(), x.dtype()));
        return dx.detach().toDoubleArray();
    }

    @SuppressWarnings("serial")
    static final class WrongDtype extends RuntimeException {
        WrongDtype(String message) {
            super(message);
        }
    }

    /** A direction among n elements of an input, and one among m elements of a result. */
    static double[][] directions(int n, int m, Generator generator) {
        return new double[][] {unit(n, generator), unit(m, generator)};
    }

    private static double[] unit(int n, Generator generator) {
        var u = new double[n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            u[i] = generator.normal64();
            square += u[i] * u[i];
        }
        for (int i = 0; i < n; i++) u[i] /= Math.sqrt(square);
        return u;
    }
}
