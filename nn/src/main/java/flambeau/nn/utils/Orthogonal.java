package flambeau.nn.utils;

import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.eye;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Args;
import flambeau.args.OrthogonalMap;
import flambeau.array.DType;
import flambeau.nn.Buffer;
import flambeau.tensor.Linalg;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orthogonal matrices, made of any; with a base, of a step from that. */
final class Orthogonal extends Parametrization {
    private final OrthogonalMap map;
    private final boolean hasBase;
    private @Nullable Buffer base; // [.., n, n or k]: the first value

    Orthogonal(OrthogonalMap map, boolean hasBase) {
        this.map = map;
        this.hasBase = hasBase;
    }

    @Override
    protected Tensor forward(Tensor... originals) {
        var x = originals[0];
        boolean wide = x.size(-2) < x.size(-1);
        if (wide) x = x.mT();
        int n = x.size(-2), k = x.size(-1);
        var q = map == OrthogonalMap.HOUSEHOLDER ? reflections(x, n, k) : rotation(x, n, k);
        if (base != null) q = base.matmul(q);
        return wide ? q.mT() : q;
    }

    private Tensor rotation(Tensor x, int n, int k) {
        var lower = x.tril();
        if (n != k) lower = cat(List.of(lower, zeros(lower, n, n - k)), -1);
        var skew = lower.sub(lower.mT());
        var one = eye(n, Args.dtype(x.dtype()));
        var q = map == OrthogonalMap.MATRIX_EXP
                ? skew.matrixExp()
                : Linalg.solve(one.sub(skew.mul(0.5)), one.add(skew.mul(0.5)));
        return n == k ? q : q.narrow(-1, 0, k);
    }

    private static Tensor zeros(Tensor like, int n, int k) {
        var sizes = like.shape().sizes().clone();
        sizes[sizes.length - 2] = n;
        sizes[sizes.length - 1] = k;
        return Tensors.zeros(shape(sizes), Args.dtype(like.dtype()));
    }

    /** The product of {@code I - tau v v^T}, v being the columns below the diagonal, and the signs on it. */
    private static Tensor reflections(Tensor x, int n, int k) {
        var below = x.tril(-1);
        var tau = below.square().sum(-2).add(1).reciprocal().mul(2); // [.., k]
        var one = eye(n, Args.dtype(x.dtype()));
        var q = zeros(x, n, k).add(one.narrow(1, 0, k));
        for (int i = k - 1; i >= 0; i--) {
            var v = below.narrow(-1, i, 1).add(one.narrow(1, i, 1)); // [.., n, 1]
            q = q.sub(v.matmul(v.mT().matmul(q)).mul(tau.narrow(-1, i, 1).unsqueeze(-1)));
        }
        return q.mul(x.diagonal(0, -2, -1).toInt().unsqueeze(-2));
    }

    @Override
    protected Tensor[] rightInverse(Tensor value) {
        boolean wide = value.size(-2) < value.size(-1);
        var q = wide ? value.mT() : value;
        if (!hasBase) {
            if (map != OrthogonalMap.HOUSEHOLDER) return new Tensor[] {value};
            var reflectors = Reflectors.of(q);
            return new Tensor[] {wide ? reflectors.mT() : reflectors};
        }
        int n = q.size(-2), k = q.size(-1);
        if (n == k) base = new Buffer(isOrthogonal(q) ? q.clone() : orthogonal(q));
        else base = new Buffer(orthogonal(cat(List.of(q, zeros(q, n, n - k).normal_(0, 1)), -1)));
        var step = zerosLike(value);
        step.diagonal(0, -2, -1).fill_(-1);
        return new Tensor[] {step};
    }

    private static boolean isOrthogonal(Tensor q) {
        int k = q.size(-1);
        double tolerance = 10 * k * (q.dtype() == DType.FLOAT64 ? Math.ulp(1.0) : Math.ulp(1f));
        var error = q.mT().matmul(q).sub(eye(k, Args.dtype(q.dtype()))).abs();
        return error.numel() == 0 || error.max().item().doubleValue() <= tolerance;
    }

    private static Tensor orthogonal(Tensor x) {
        var qr = Linalg.qr(x);
        return qr.q().mul(qr.r().diagonal(0, -2, -1).sgn().unsqueeze(-2));
    }

    @Override
    public String toString() {
        return "_Orthogonal()";
    }
}
