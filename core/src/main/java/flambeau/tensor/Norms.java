package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.args.MatrixNorm;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Norms of vectors and matrices, and their gradients, which are subgradients where a norm has a kink. */
final class Norms {
    private Norms() {}

    static void checkDtype(String op, Tensor x) {
        Check.that(x.dtype().isFloatingPoint(), "%s: the dtype must be floating, got %s", op, x.dtype());
    }

    /** Converted as {@code dtype} says, which must not lose anything. */
    static Tensor converted(String op, Tensor x, @Nullable Dtype dtype) {
        if (dtype == null) return x;
        checkDtype(op, x);
        var wanted = dtype.value();
        Check.that(
                wanted.isFloatingPoint() && DType.promote(wanted, x.dtype()) == wanted,
                "%s: dtype must be floating and hold all of %s, got %s",
                op,
                x.dtype(),
                wanted);
        return x.to(wanted);
    }

    static void check(String op, Tensor x, double ord, int[] dims) {
        checkDtype(op, x);
        if (ord >= 0 && !Double.isInfinite(ord)) return;
        Check.that(dims.length > 0 || x.count() > 0, "%s: an empty tensor has no norm of order %s", op, ord);
        for (int d : dims)
            Check.that(
                    x.dim() == 0 || x.size(d) > 0, "%s: dimension %d is empty and has no norm of order %s", op, d, ord);
    }

    /** The keywords keepdim and dtype are read from {@code args}. */
    static Tensor vector(String op, Tensor x, double ord, int[] dims, Arg<?>[] args) {
        var from = converted(op, x, given(args, Dtype.class));
        var places = places(op, from, dims);
        check(op, from, ord, places);
        return vector(from, ord, places, given(args, keepdim(false)).value());
    }

    static int[] places(String op, Tensor x, int[] dims) {
        var places = Arrays.stream(dims).map(d -> x.shape().dim(op, d)).toArray();
        for (int i = 0; i < places.length; i++)
            for (int j = 0; j < i; j++)
                Check.that(places[i] != places[j], "%s: dimension %d is named twice", op, places[i]);
        return places;
    }

    static Tensor vector(Tensor x, double ord, int[] dims, boolean keep) {
        var y = forward(x.unrecorded(), ord, dims, keep);
        return Op.of("LinalgVectorNorm", y)
                .wrt(x, dy -> ord == 0 ? null : gradient(kept(dy, x, dims), x, kept(y, x, dims), ord, dims))
                .result();
    }

    /** With the reduced dimensions of x back, of size 1. */
    private static Tensor kept(Tensor y, Tensor x, int[] dims) {
        if (y.dim() == x.dim()) return y;
        var shape = x.shape();
        for (int d = 0; d < x.dim(); d++) {
            int place = d;
            if (dims.length == 0 || Arrays.stream(dims).anyMatch(i -> i == place)) shape = shape.with(d, 1);
        }
        return y.reshape(shape);
    }

    static Tensor forward(Tensor x, double ord, int[] dims, boolean keep) {
        boolean half = x.dtype().bytes() == 2;
        var wide = half ? x.plain(DType.FLOAT32) : x;
        var y = wideForward(wide, ord, dims, keep);
        return half ? y.plain(x.dtype()) : y;
    }

    private static Tensor wideForward(Tensor x, double ord, int[] dims, boolean keep) {
        var along = dim(dims);
        var keepdim = keepdim(keep);
        if (ord == 0) return x.ne(0).to(x.dtype()).sum(along, keepdim);
        if (ord == 1) return x.abs().sum(along, keepdim);
        if (ord == 2) return x.square().sum(along, keepdim).sqrt();
        if (ord == Double.POSITIVE_INFINITY) return x.abs().amax(along, keepdim);
        if (ord == Double.NEGATIVE_INFINITY) return x.abs().amin(along, keepdim);
        return x.abs().pow(ord).sum(along, keepdim).pow(1 / ord);
    }

    /** Of the norms {@code y} with their gradients {@code dy}, both with the reduced dimensions. */
    static Tensor gradient(Tensor dy, Tensor x, Tensor y, double ord, int[] dims) {
        if (ord == 0) return Tensors.zerosLike(x);
        if (ord == 1) return x.sign().mul(dy);
        if (Double.isInfinite(ord)) {
            var winners =
                    x.abs().eq(y).logicalOr(x.isnan().logicalAnd(y.isnan())).to(x.dtype());
            var share = winners.div(winners.sum(dim(dims), keepdim(true)));
            return x.sign().mul(share.mul(dy));
        }
        return powerGradient(dy, x, y, ord);
    }

    static Tensor powerGradient(Tensor dy, Tensor x, Tensor y, double ord) {
        if (ord == 2) return x.mul(dy.div(y).where(y.ne(0), 0));
        if (ord < 1) {
            var power = x.sign().mul(x.abs().pow(ord - 1)).where(x.ne(0), 0);
            return power.mul(dy).mul(y.pow(1 - ord));
        }
        var power = ord < 2 ? x.sign().mul(x.abs().pow(ord - 1)) : x.mul(x.abs().pow(ord - 2));
        return power.mul(dy.div(y.pow(ord - 1)).where(y.ne(0), 0));
    }

    /** A norm of matrices that has a name. */
    static Tensor matrix(String op, Tensor x, MatrixNorm ord, int[] dims, Arg<?>[] args) {
        int[] two = two(op, x, dims);
        if (ord == MatrixNorm.FRO) return vector(op, x, 2, two, args);
        var from = converted(op, x, given(args, Dtype.class));
        var y = Linalg.svdvals(last(from, two)).sum(-1);
        return given(args, keepdim(false)).value() ? kept(y, x, two) : y;
    }

    /** A norm of matrices of order 1, -1, 2, -2, inf or -inf. */
    static Tensor matrix(String op, Tensor x, double ord, int[] dims, Arg<?>[] args) {
        int[] two = two(op, x, dims);
        double order = Math.abs(ord);
        Check.that(
                order == 1 || order == 2 || Double.isInfinite(order),
                "%s: the order of a matrix norm must be 1, -1, 2, -2, inf or -inf, got %s",
                op,
                ord);
        var from = last(converted(op, x, given(args, Dtype.class)), two);
        Check.that(
                from.size(order == 1 ? -1 : -2) > 0 && (order != 2 || from.size(-1) > 0),
                "%s: %s has no norm of order %s, being empty",
                op,
                x.shape(),
                ord);
        boolean keep = given(args, keepdim(false)).value();
        if (order != 2 && keep) {
            int sum = two[order == 1 ? 0 : 1], most = two[order == 1 ? 1 : 0];
            var kept = vector(converted(op, x, given(args, Dtype.class)), 1, new int[] {sum}, true);
            return ord > 0 ? kept.amax(dim(most), keepdim(true)) : kept.amin(dim(most), keepdim(true));
        }
        Tensor sums;
        if (order == 2) sums = Linalg.svdvals(from);
        else sums = vector(from, 1, new int[] {from.dim() - (order == 1 ? 2 : 1)}, false);
        var y = ord > 0 ? sums.amax(dim(-1)) : sums.amin(dim(-1));
        return keep ? kept(y, x, two) : y;
    }

    private static int[] two(String op, Tensor x, int[] dims) {
        Check.that(x.dim() >= 2, "%s: a matrix norm takes at least 2 dimensions, got %s", op, x.shape());
        Check.that(dims.length == 2, "%s: a matrix norm takes 2 dimensions, got %d", op, dims.length);
        checkDtype(op, x);
        return places(op, x, dims);
    }

    /** With these two dimensions as the last. */
    private static Tensor last(Tensor x, int[] two) {
        if (two[0] == x.dim() - 2 && two[1] == x.dim() - 1) return x;
        var front = IntStream.range(0, x.dim()).filter(d -> d != two[0] && d != two[1]);
        return x.permute(IntStream.concat(front, IntStream.of(two[0], two[1])).toArray());
    }

    static Shape front(Tensor x) {
        return x.shape().without(x.dim() - 1).without(x.dim() - 2);
    }
}
