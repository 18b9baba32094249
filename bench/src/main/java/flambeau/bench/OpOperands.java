package flambeau.bench;

import static flambeau.tensor.Tensors.eye;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.shape;

import flambeau.array.DType;
import flambeau.tensor.Tensor;

/** What the operations of {@link OpCases} work on, as PyTorch's program makes it too. */
final class OpOperands {
    final int n;
    final int side; // of the square matrices with about n elements

    /** Floats from 0.5 to 1.5, and the same in float64, float16 and bfloat16. */
    final Tensor x, y, d, e, h, g;

    /** x in ascending order. */
    final Tensor r;

    /** Places in x; whole numbers below 100; a mask. */
    final Tensor i, j, k, b;

    /** Square matrices: two of float32, a positive definite one, one of float64; and a vector of their side. */
    final Tensor A, B, S, D, v;

    OpOperands(int n) {
        this.n = n;
        side = (int) Math.sqrt(n);
        x = rand(n).add(0.5);
        y = rand(n).add(0.5);
        d = x.to(DType.FLOAT64);
        e = y.to(DType.FLOAT64);
        h = x.to(DType.FLOAT16);
        g = x.to(DType.BFLOAT16);
        r = x.sort().values();
        i = randint(0, n, shape(n));
        j = randint(0, n, shape(n));
        k = randint(0, 100, shape(n));
        b = x.gt(y);
        A = rand(side, side);
        B = rand(side, side);
        S = A.matmul(A.t()).add(eye(side).mul(side));
        D = A.to(DType.FLOAT64);
        v = rand(side);
    }
}
