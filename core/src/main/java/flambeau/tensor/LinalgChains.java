package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.ind;

import flambeau.args.Arg;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Products of many matrices, powers, and equations between tensors. */
abstract sealed class LinalgChains extends LinalgInverses permits Linalg {
    LinalgChains() {}

    /** The product of {@code n} times the matrix; of its inverse if n is negative. */
    public static Tensor matrixPower(Tensor input, int n) {
        Check.that(
                input.dim() >= 2 && input.size(-1) == input.size(-2),
                "matrixPower: takes square matrices, got %s",
                input.shape());
        Norms.checkDtype("matrixPower", input);
        if (n == 0) {
            var one = Triangles.identity(input).expand(input.shape()).clone();
            return Op.of("torch::autograd::CopyBackwards", -1, one)
                    .wrt(input, Tensors::zerosLike)
                    .result();
        }
        if (n < 0) return power(inv(input), -n);
        return n == 1 ? input.clone() : power(input, n);
    }

    private static Tensor power(Tensor a, int n) {
        if (n == 1) return a;
        if (n == 3) return a.matmul(a).matmul(a);
        Tensor y = null, square = a;
        for (int rest = n; ; rest >>= 1, square = square.matmul(square)) {
            if ((rest & 1) == 1) y = y == null ? square : y.matmul(square);
            if (rest <= 1) return y == null ? square : y;
        }
    }

    /** The product of all matrices, in the order of multiplication that costs least; the first and the last may be vectors. */
    public static Tensor multiDot(List<Tensor> tensors) {
        int n = tensors.size();
        Check.that(n >= 2, "multiDot: takes at least 2 tensors, got %d", n);
        var chain = new ArrayList<Tensor>(tensors);
        boolean row = tensors.getFirst().dim() == 1, column = tensors.getLast().dim() == 1;
        if (row) chain.set(0, tensors.getFirst().unsqueeze(0));
        if (column) chain.set(n - 1, tensors.getLast().unsqueeze(-1));
        var sizes = new long[n + 1];
        for (int i = 0; i < n; i++) {
            var x = chain.get(i);
            Check.that(
                    x.dim() == 2,
                    "multiDot: tensor %d must be a matrix, got %s",
                    i,
                    tensors.get(i).shape());
            Products.checkInner("multiDot", chain.getFirst(), chain.getFirst().t());
            Check.that(
                    x.dtype() == chain.getFirst().dtype(),
                    "multiDot: all must have one dtype, got %s and %s",
                    chain.getFirst().dtype(),
                    x.dtype());
            sizes[i] = x.size(0);
            sizes[i + 1] = x.size(1);
            if (i > 0) Products.checkInner("multiDot", chain.get(i - 1), x);
        }
        var y = product(chain, cuts(sizes), 0, n - 1);
        var shape = Shape.of(IntStream.of(row ? -1 : y.size(0), column ? -1 : y.size(1))
                .filter(s -> s >= 0)
                .toArray());
        return y.reshape(shape);
    }

    /** Where to cut the chain from i to j, by dynamic programming over the costs of its parts. */
    private static int[][] cuts(long[] sizes) {
        int n = sizes.length - 1;
        var cost = new double[n][n];
        var cuts = new int[n][n];
        for (int length = 1; length < n; length++)
            for (int i = 0; i + length < n; i++) {
                int j = i + length;
                cost[i][j] = Double.POSITIVE_INFINITY;
                for (int k = i; k < j; k++) {
                    double c = cost[i][k] + cost[k + 1][j] + (double) sizes[i] * sizes[k + 1] * sizes[j + 1];
                    if (c >= cost[i][j]) continue;
                    cost[i][j] = c;
                    cuts[i][j] = k;
                }
            }
        return cuts;
    }

    private static Tensor product(List<Tensor> chain, int[][] cuts, int i, int j) {
        if (i == j) return chain.get(i);
        int k = cuts[i][j];
        return product(chain, cuts, i, k).mm(product(chain, cuts, k + 1, j));
    }

    /**
     * The inverse of a tensor as a linear map: {@code tensordot(tensorinv(a), b)} solves {@link #tensorsolve}.
     *
     * @param args ind (2): how many dimensions stand for the rows
     */
    @SafeVarargs
    public static Tensor tensorinv(Tensor input, Arg<? super LinalgTakes.TensorInverse>... args) {
        int rows = given(args, ind(2)).value();
        Check.that(rows > 0, "tensorinv: ind must be positive, got %d", rows);
        Check.that(rows <= input.dim(), "tensorinv: ind must be at most %d, got %d", input.dim(), rows);
        int[] first = IntStream.range(0, rows).map(input::size).toArray();
        int[] last = IntStream.range(rows, input.dim()).map(input::size).toArray();
        int n = Math.toIntExact(Shape.of(first).count()),
                m = Math.toIntExact(Shape.of(last).count());
        Check.that(n == m, "tensorinv: the sizes before and behind ind must have one product, got %d and %d", n, m);
        var y = inverse("tensorinv", input.reshape(n, m));
        Factors.checkInfo("tensorinv", y.info(), SINGULAR);
        return y.inverse().reshape(Shape.of(Contraction.join(last, first)));
    }

    private static Linalg.InvEx inverse(String op, Tensor a) {
        Factors.checkSquare(op, a);
        return invEx(a);
    }

    /**
     * X with {@code tensordot(A, X, dims of X) = B}: A has the shape of B and behind it that of X.
     *
     * @param dims the dimensions of A that are moved to its end first
     */
    public static Tensor tensorsolve(Tensor input, Tensor other, int... dims) {
        int[] moved = Norms.places("tensorsolve", input, dims);
        int[] rest = IntStream.range(0, input.dim())
                .filter(d -> IntStream.of(moved).noneMatch(e -> e == d))
                .toArray();
        var x = moved.length == 0 ? input : input.permute(Contraction.join(rest, moved));
        int[] sizes = IntStream.range(other.dim(), x.dim()).map(x::size).toArray();
        int n = Math.toIntExact(other.count());
        Check.that(
                Shape.of(sizes).count() == n && x.count() == (long) n * n,
                "tensorsolve: the sizes of A %s must have the product of those of B %s twice",
                input.shape(),
                other.shape());
        return solve(x.reshape(n, n), other.reshape(n)).reshape(Shape.of(sizes));
    }

    /** {@code 1 + A + A A / 2 + ..}: by Pade's approximation of order 13 of A divided by a power of 2, in float64. */
    static Tensor matrixExp(Tensor a) {
        Norms.checkDtype("matrixExp", a);
        Check.that(a.dim() >= 2 && a.size(-1) == a.size(-2), "matrixExp: takes square matrices, got %s", a.shape());
        return Op.of("LinalgMatrixExp", MatrixExponential.of(a.unrecorded()))
                .wrt(a, dy -> {
                    int n = a.size(-1);
                    var at = Triangles.mT(a);
                    var below = Tensors.cat(List.of(Tensors.zerosLike(at), at), -1);
                    var block = Tensors.cat(List.of(Tensors.cat(List.of(at, dy), -1), below), -2);
                    return matrixExp(block).narrow(-2, 0, n).narrow(-1, n, n);
                })
                .result();
    }
}
