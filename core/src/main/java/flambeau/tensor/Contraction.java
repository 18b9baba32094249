package flambeau.tensor;

import flambeau.args.Args;
import flambeau.array.Shape;
import java.util.stream.IntStream;

/** Sums of products over named dimensions, as one matrix product. */
final class Contraction {
    private Contraction() {}

    static Tensor tensordot(Tensor a, Tensor b, int[] dimsA, int[] dimsB) {
        int[] from = Norms.places("tensordot", a, dimsA), to = Norms.places("tensordot", b, dimsB);
        Tensor left = a, right = b;
        for (int i = 0; i < from.length; i++) {
            int n = left.size(from[i]), m = right.size(to[i]);
            if (n == 1 && m != 1) right = right.sum(Args.dim(to[i]), Args.keepdim(true));
            else if (m == 1 && n != 1) left = left.sum(Args.dim(from[i]), Args.keepdim(true));
            else
                Check.that(
                        n == m,
                        "tensordot: dimension %d of %s and %d of %s differ: %d != %d",
                        from[i],
                        a.shape(),
                        to[i],
                        b.shape(),
                        n,
                        m);
        }
        int[] keptA = others(left.dim(), from), keptB = others(right.dim(), to);
        int n = count(left, keptA), k = count(left, from), m = count(right, keptB);
        var sizes = IntStream.concat(sizes(left, keptA), sizes(right, keptB)).toArray();
        return left.permute(join(keptA, from))
                .reshape(n, k)
                .mm(right.permute(join(to, keptB)).reshape(k, m))
                .reshape(Shape.of(sizes));
    }

    private static int[] others(int rank, int[] dims) {
        return IntStream.range(0, rank)
                .filter(d -> IntStream.of(dims).noneMatch(e -> e == d))
                .toArray();
    }

    static int[] join(int[]... lists) {
        return IntStream.range(0, lists.length)
                .flatMap(i -> IntStream.of(lists[i]))
                .toArray();
    }

    static int count(Tensor x, int[] dims) {
        int n = 1;
        for (int d : dims) n = Math.multiplyExact(n, x.size(d));
        return n;
    }

    private static IntStream sizes(Tensor x, int[] dims) {
        return IntStream.of(dims).map(x::size);
    }
}
