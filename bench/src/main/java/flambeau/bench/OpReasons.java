package flambeau.bench;

import java.util.List;
import java.util.stream.Stream;

/** Why operations are slower than PyTorch's, where they are. */
enum OpReasons {
    WIDE(
            "float64 by loops over heap tiles, where PyTorch has float vectors",
            "x ** 2.5",
            "torch.pow(x, y)",
            "torch.fmod(x, y)",
            "torch.remainder(x, y)",
            "torch.floor_divide(x, y)",
            "torch.hypot(x, y)",
            "torch.logaddexp(x, y)",
            "x.expm1()",
            "x.log2()",
            "x.sin()",
            "x.cos()",
            "x.tan()",
            "x.asin()",
            "x.atan()",
            "x.sinh()",
            "x.erfc()",
            "x.lgamma()",
            "x.digamma()"),
    TILES(
            "loops over heap tiles, not vectors",
            "d.exp()",
            "d.sin()",
            "d.log()",
            "d.erf()",
            "x.double()",
            "d.float()",
            "i.float()",
            "x.long()",
            "b.float()",
            "x.half()"),
    HALVES("converted to and from float32 in several passes over a heap tile", "h + h"),
    ELEMENTS(
            "an element at a time",
            "x.erfinv()",
            "torch.pow(d, e)",
            "torch.gcd(i, j)",
            "i // 7",
            "x.cumsum(0)",
            "x.cumprod(0)",
            "x.cummax(0)",
            "x.gather(0, i)",
            "x.index_select(0, i)",
            "x.take(i)",
            "x[i]",
            "A[:, ::2].contiguous()",
            "k.bincount()",
            "torch.searchsorted(r, x)"),
    MEETING(
            "an element at a time, by one thread, as threads could meet",
            "y.scatter(0, i, x)",
            "y.scatter_add(0, i, x)",
            "y.index_add(0, i, x)"),
    TWICE("two passes over memory", "torch.dot(x, y)", "x.norm()", "x.aminmax()"),
    COMPOSED("composed of several operations", "torch.logsumexp(A, 1)", "k.mode()"),
    DOUBLE("in double or long, through heap tiles", "x.prod()", "d.sum()", "i.sum()"),
    ORDERED(
            "in blocks of 2,048, whose sums are added in one order for any number of threads",
            "x.sum()",
            "x.mean()",
            "A.sum(0)",
            "A.sum(1)",
            "x.nansum()"),
    EXTREMES("maxima that respect NaN and -0 take several instructions each", "A.amax(0)"),
    PASSES(
            "exponential, sum and quotient are passes of their own",
            "A.softmax(-1)",
            "A.log_softmax(-1)",
            "x.sigmoid()",
            "x.tanh()",
            "x.erf()"),
    RANGES("a few instructions more, for tiny results and arguments out of range", "x.exp2()", "x.log1p()"),
    REPEATED(
            "a repeated number is written out first",
            "A + v[:, None]",
            "torch.outer(v, v)",
            "x.clamp(0.7, 1.2)",
            "torch.lerp(x, y, 0.3)",
            "x.nan_to_num()"),
    GATHERED("gathered in order first", "A.T + B"),
    WORDS("eight bytes at a time", "x.flip(0)", "A.flip(1)"),
    KEYS(
            "turned into 64-bit keys first",
            "x.median()",
            "x.kthvalue(max(n // 2, 1))",
            "x.topk(max(n // 10, 1))",
            "x.sort()",
            "i.sort()",
            "A.sort(0)",
            "x.argsort()"),
    SORTED("sorts", "k.unique()", "x.unique()", "x.quantile(0.3)"),
    NO_FLOAT64("no float64 in oneDNN: loops over heap tiles", "D @ D"),
    PANELS(
            "panels by plain loops, products by oneDNN",
            "torch.linalg.inv(S)",
            "torch.linalg.det(S)",
            "torch.linalg.solve(S, v)",
            "torch.linalg.cholesky(S)",
            "torch.linalg.qr(A)",
            "torch.linalg.lu_factor(A)"),
    UNBLOCKED("plain loops where LAPACK works by blocks", "torch.linalg.eigh(S)", "torch.linalg.svd(A)");

    private final String reason;
    final List<String> operations;

    OpReasons(String reason, String... operations) {
        this.reason = reason;
        this.operations = List.of(operations);
    }

    /** What is known of an operation; empty if there is nothing to say. */
    static String of(OpCase op) {
        return Stream.of(values())
                .filter(r -> r.operations.contains(op.torch()))
                .map(r -> r.reason)
                .findFirst()
                .orElse("");
    }
}
