package flambeau.nn.utils;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.keepdim;
import static flambeau.tensor.Linalg.vectorNorm;

import flambeau.tensor.Tensor;
import java.util.stream.IntStream;

/** A direction and a length for a weight: {@code w = g v / |v|}. */
final class WeightNorm extends Parametrization {
    /** Stands for the whole tensor, as in PyTorch. */
    static final int ALL = -1;

    private final int dim;

    WeightNorm(int dim) {
        this.dim = dim;
    }

    /** {@code g v / |v|}. */
    static Tensor weight(Tensor g, Tensor v, int dim) {
        return v.mul(g.div(norm(v, dim)));
    }

    /** The norms over all dimensions but {@code dim}. */
    static Tensor norm(Tensor v, int dim) {
        if (dim == ALL) return vectorNorm(v);
        int kept = dim < 0 ? dim + v.dim() : dim;
        if (kept < 0 || kept >= v.dim())
            throw new IndexOutOfBoundsException("weightNorm: dim %d is out of bounds for %s"
                    .formatted(dim, v.shape().text()));
        var others = IntStream.range(0, v.dim()).filter(d -> d != kept).toArray();
        return others.length == 0 ? v.abs() : vectorNorm(v, dim(others), keepdim(true));
    }

    @Override
    protected Tensor forward(Tensor... originals) {
        return weight(originals[0], originals[1], dim);
    }

    @Override
    protected Tensor[] rightInverse(Tensor value) {
        return new Tensor[] {norm(value, dim), value};
    }

    @Override
    public String toString() {
        return "_WeightNorm()";
    }
}
