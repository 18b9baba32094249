package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.includeLastOffset;
import static flambeau.args.Args.maxNorm;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.normType;
import static flambeau.args.Args.offsets;
import static flambeau.args.Args.paddingIdx;
import static flambeau.args.Args.perSampleWeights;
import static flambeau.args.Args.scaleGradByFreq;
import static flambeau.args.Args.sparse;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.BagMode;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.tensor.Embeddings;
import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a matrix by number. */
abstract sealed class Lookups extends Dropping permits Recurrent {
    Lookups() {}

    /**
     * The rows of w that x names.
     *
     * <p>With maxNorm, the named rows of w that are longer are first shortened in place. Unlike PyTorch, gradients that are
     * sparse can be divided by frequency too.
     *
     * {@snippet :
     * var y = embedding(tensor(1, 0, 1), randn(2, 3));
     * }
     *
     * @param x int64 or int32, any shape
     * @param w [n, d], floating
     * @param args paddingIdx (none): the row that gets no gradient; maxNorm (none), normType (2), scaleGradByFreq (false), sparse
     *     (false): whether the gradient of w is sparse
     * @return x's shape and d
     * @throws IllegalArgumentException if x holds no integers, w is no matrix, or it has no row paddingIdx
     * @throws IndexOutOfBoundsException if w has no such row
     */
    @SafeVarargs
    public static Tensor embedding(Tensor x, Tensor w, Arg<? super Takes.Embedding>... args) {
        int padding = checkEmbedding("embedding", x, w, args);
        boolean byFrequency = given(args, scaleGradByFreq(false)).value();
        return Embeddings.embedding(
                w,
                x,
                padding,
                byFrequency ? Embeddings.frequencies(x) : null,
                given(args, sparse(false)).value());
    }

    /** Refuses what is no embedding, shortens rows, and returns the row without a gradient, or -1. */
    private static int checkEmbedding(String op, Tensor x, Tensor w, Arg<?>[] args) {
        if (w.dim() != 2)
            throw Refusal.of("%s: weight must be [n, d], got %s", op, w.shape().text());
        checkWhole(op, "input", x);
        int n = w.size(0);
        var given = given(args, paddingIdx(null)).value();
        if (given != null && (given < -n || given >= n))
            throw Refusal.of("%s: paddingIdx must be in [%d, %d), got %d", op, -n, n, given);
        for (long index : x.toLongArray())
            if (index < 0 || index >= n)
                throw Refusal.ofIndex("%s: index %d is out of bounds for %d rows", op, index, n);
        var limit = given(args, maxNorm(null)).value();
        if (limit != null)
            Embeddings.renorm_(
                    w, x, limit.doubleValue(), given(args, normType(2)).value().doubleValue());
        return given == null ? -1 : Math.floorMod(given, n);
    }

    private static void checkWhole(String op, String name, Tensor x) {
        if (x.dtype() != DType.INT64 && x.dtype() != DType.INT32)
            throw Refusal.of("%s: %s must be int64 or int32, got %s", op, name, x.dtype());
    }

    /**
     * The sum, the mean or the largest of the rows of w that each bag of x names; rows paddingIdx do not count, and an empty bag
     * gives zeros.
     *
     * {@snippet :
     * var bags = embeddingBag(tensor(1, 2, 4, 5), randn(6, 3), offsets(tensor(0, 3)), mode(BagMode.SUM)); // 1, 2, 4 and 5
     * }
     *
     * @param x [bags, size], or [m] with offsets; int64 or int32
     * @param w [n, d], floating
     * @param args offsets (none): where bags begin in x; mode (MEAN), perSampleWeights (none): factors of rows, in x's shape, for
     *     mode SUM; includeLastOffset (false): whether the last offset is the end of the last bag; paddingIdx (none), maxNorm
     *     (none), normType (2), scaleGradByFreq (false), sparse (false)
     * @return [bags, d]
     * @throws IllegalArgumentException if shapes or dtypes do not agree, or the mode does not allow an option
     * @throws IndexOutOfBoundsException if w has no such row
     */
    @SafeVarargs
    public static Tensor embeddingBag(Tensor x, Tensor w, Arg<? super Takes.EmbeddingBag>... args) {
        var mode = given(args, mode(BagMode.MEAN));
        var factors = (Tensor) given(args, perSampleWeights(null)).value();
        boolean byFrequency = given(args, scaleGradByFreq(false)).value(),
                sparse = given(args, sparse(false)).value();
        checkBag(x, factors, mode, byFrequency, sparse);
        long[] ends = ends(x, args);
        int padding = checkEmbedding("embeddingBag", x, w, args);
        if (factors != null && factors.dtype() != w.dtype())
            throw Refusal.of(
                    "embeddingBag: weight (%s) and perSampleWeights (%s) must have one dtype",
                    w.dtype(), factors.dtype());
        int bags = ends.length - 1;
        var numbers = x.reshape(-1).toLongArray();
        var counts = new double[bags];
        int[] kept = IntStream.range((int) ends[0], (int) ends[bags])
                .filter(i -> numbers[i] != padding)
                .toArray();
        var bagOf = new long[kept.length];
        int bag = 0;
        for (int i = 0; i < kept.length; i++) {
            while (kept[i] >= ends[bag + 1]) bag++;
            bagOf[i] = bag;
            counts[bag]++;
        }
        var all = x.reshape(-1);
        var places = tensor(Arrays.stream(kept).asLongStream().toArray(), Args.dtype(DType.INT64));
        var divisors = byFrequency ? divisors(numbers, kept, sparse) : null;
        var rows = Embeddings.embedding(w, all.indexSelect(0, places), -1, divisors, sparse); // [kept, d]
        if (mode == BagMode.MAX) return Op.named("EmbeddingBag", largest(rows, bagOf, bags));
        if (factors != null)
            rows = rows.mul(factors.reshape(-1).indexSelect(0, places).unsqueeze(1));
        var into = tensor(bagOf, Args.dtype(DType.INT64));
        var sum = zeros(Shape.of(bags, w.size(1)), Args.dtype(w.dtype())).indexAdd(0, into, rows);
        if (mode == BagMode.SUM) return Op.named("EmbeddingBag", sum);
        for (int i = 0; i < bags; i++) counts[i] = Math.max(counts[i], 1);
        return Op.named(
                "EmbeddingBag", sum.div(tensor(counts, Args.dtype(w.dtype())).unsqueeze(1)));
    }

    private static void checkBag(
            Tensor x, @Nullable Tensor factors, BagMode mode, boolean byFrequency, boolean sparse) {
        if (factors != null && !factors.shape().equals(x.shape()))
            throw Refusal.of(
                    "embeddingBag: perSampleWeights must be %s like the input, got %s",
                    x.shape().text(), factors.shape().text());
        if (factors != null && mode != BagMode.SUM)
            throw Refusal.of("embeddingBag: perSampleWeights take mode SUM, got %s", mode.name());
        if (mode == BagMode.MAX && (byFrequency || sparse))
            throw Refusal.of(
                    "embeddingBag: mode MAX does not take %s(true)", byFrequency ? "scaleGradByFreq" : "sparse");
    }

    /** Where each bag begins, and where the last one ends. */
    private static long[] ends(Tensor x, Arg<?>[] args) {
        var offsets = (Tensor) given(args, offsets(null)).value();
        if (x.dim() == 2) {
            if (offsets != null) throw Refusal.of("embeddingBag: an input [bags, size] takes no offsets");
            if (x.size(1) == 0)
                throw Refusal.of(
                        "embeddingBag: an input [bags, size] must have a size of at least 1, got %s",
                        x.shape().text());
            return IntStream.rangeClosed(0, x.size(0))
                    .mapToLong(i -> (long) i * x.size(1))
                    .toArray();
        }
        if (x.dim() != 1)
            throw Refusal.of(
                    "embeddingBag: input must be [bags, size], or [m] with offsets, got %s",
                    x.shape().text());
        if (offsets == null) throw Refusal.of("embeddingBag: an input [m] takes offsets");
        if (offsets.dim() != 1)
            throw Refusal.of(
                    "embeddingBag: offsets must be [bags], got %s",
                    offsets.shape().text());
        checkWhole("embeddingBag", "offsets", offsets);
        boolean closed = given(args, includeLastOffset(false)).value();
        var begins = offsets.toLongArray();
        if (closed && begins.length == 0) throw Refusal.of("embeddingBag: includeLastOffset takes at least 1 offset");
        var ends = closed ? begins : Arrays.copyOf(begins, begins.length + 1);
        if (!closed) ends[begins.length] = begins.length == 0 ? 0 : x.numel();
        if (ends[0] != 0) throw Refusal.of("embeddingBag: the first offset must be 0, got %d", ends[0]);
        for (int i = 1; i < ends.length; i++)
            if (ends[i] < ends[i - 1] || ends[i] > x.numel())
                throw Refusal.of(
                        "embeddingBag: offsets must not fall or pass the end (%d), got %s",
                        x.numel(), Arrays.toString(begins));
        return ends;
    }

    /**
     * How often each kept number occurs. Where gradients are not sparse PyTorch divides that of the k-th smallest number by how
     * often the k-th of the sorted numbers occurs, so that is what this gives.
     */
    private static Tensor divisors(long[] numbers, int[] kept, boolean sparse) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        var distinct = Arrays.stream(sorted).distinct().toArray();
        var counts = new long[distinct.length];
        int[] rank = Arrays.stream(numbers)
                .mapToInt(n -> Arrays.binarySearch(distinct, n))
                .toArray();
        for (int r : rank) counts[r]++;
        var divisors = new long[kept.length];
        for (int i = 0; i < kept.length; i++) {
            int r = rank[kept[i]];
            divisors[i] = counts[sparse ? r : Arrays.binarySearch(distinct, sorted[r])];
        }
        return tensor(divisors, Args.dtype(DType.INT64));
    }

    /** The largest of each column of the rows of each bag, the first of equal ones; a gradient goes to that one. */
    private static Tensor largest(Tensor rows, long[] bagOf, int bags) {
        int m = rows.size(0), d = rows.size(1);
        var values = rows.detach().toDoubleArray();
        var best = new long[bags * d];
        Arrays.fill(best, m); // a row of zeros, for empty bags
        for (int i = 0; i < m; i++)
            for (int j = 0; j < d; j++) {
                int at = Math.toIntExact(bagOf[i] * d + j);
                double value = values[i * d + j];
                if (best[at] == m || value > values[(int) best[at] * d + j] || Double.isNaN(value)) best[at] = i;
            }
        var padded = cat(List.of(rows, zeros(Shape.of(1, d), Args.dtype(rows.dtype()))), 0);
        return padded.gather(0, tensor(best, Args.dtype(DType.INT64)).view(bags, d));
    }
}
