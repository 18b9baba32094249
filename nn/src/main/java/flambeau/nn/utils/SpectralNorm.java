package flambeau.nn.utils;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.eps;
import static flambeau.functional.F.normalize;
import static flambeau.tensor.Tensors.emptyLike;

import flambeau.autograd.GradMode;
import flambeau.nn.Buffer;
import flambeau.tensor.Tensor;
import java.util.Locale;
import java.util.stream.IntStream;

/** A weight over an estimate of its largest singular value, {@code u^T W v}. Source: Miyato et al., Spectral normalization. */
final class SpectralNorm extends Parametrization {
    private static final int FIRST_ITERATIONS = 15; // PyTorch's

    private final int dim, iterations;
    private final double eps;

    SpectralNorm(Tensor weight, int iterations, int dim, double eps) {
        check(weight, iterations, dim);
        this.dim = dim < 0 ? dim + weight.dim() : dim;
        this.iterations = iterations;
        this.eps = eps;
        if (weight.dim() < 2) return;
        try (var _ = GradMode.set(false)) {
            var matrix = matrix(weight.detach(), this.dim);
            registerBuffer("_u", new Buffer(direction(matrix.select(1, 0), eps)));
            registerBuffer("_v", new Buffer(direction(matrix.select(0, 0), eps)));
            improve(matrix, FIRST_ITERATIONS);
        }
    }

    static void check(Tensor weight, int iterations, int dim) {
        int n = weight.dim();
        if (dim < -n || dim >= n)
            throw new IndexOutOfBoundsException(String.format(
                    Locale.ROOT,
                    "spectralNorm: dim %d is out of bounds for %s",
                    dim,
                    weight.shape().text()));
        if (iterations < 1)
            throw new IllegalArgumentException("spectralNorm: nPowerIterations must be positive, got " + iterations);
    }

    /** A random direction of as many elements as {@code like}. */
    static Tensor direction(Tensor like, double eps) {
        return normal(emptyLike(like.contiguous()).normal_(0, 1), eps);
    }

    static Tensor normal(Tensor x, double eps) {
        return normalize(x, dim(0), eps(eps));
    }

    /** [rows, columns], rows being dimension {@code dim}. */
    static Tensor matrix(Tensor weight, int dim) {
        var order = IntStream.concat(
                        IntStream.of(dim), IntStream.range(0, weight.dim()).filter(d -> d != dim))
                .toArray();
        return weight.permute(order).flatten(1);
    }

    private void improve(Tensor matrix, int times) {
        try (var _ = GradMode.set(false)) {
            Buffer u = getBuffer("_u"), v = getBuffer("_v");
            for (int i = 0; i < times; i++) {
                u.copy_(unit(matrix.detach().mv(v)));
                v.copy_(unit(matrix.detach().t().mv(u)));
            }
        }
    }

    /** {@code x / |x|}, the squares summed in x's dtype: so PyTorch's u and v stay as they are once they have converged. */
    private Tensor unit(Tensor x) {
        return x.div(x.unsqueeze(0).mv(x).sqrt().clampMin(eps));
    }

    @Override
    protected Tensor forward(Tensor... originals) {
        var weight = originals[0];
        if (weight.dim() == 1) return normal(weight, eps);
        var matrix = matrix(weight, dim);
        if (isTraining()) improve(matrix, iterations);
        Tensor u = getBuffer("_u").clone(), v = getBuffer("_v").clone();
        return weight.div(u.dot(matrix.mv(v)));
    }

    @Override
    public String toString() {
        return "_SpectralNorm()";
    }
}
