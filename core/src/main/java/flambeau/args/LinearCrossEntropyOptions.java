package flambeau.args;

import static flambeau.args.Args.accPolicy;
import static flambeau.args.Args.allowRetainGraph;
import static flambeau.args.Args.chunkingMethod;
import static flambeau.args.Args.given;

import flambeau.array.DType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a linear layer and its cross entropy are computed together, some rows at a time, so that the scores of all rows are never in
 * memory. Source: {@code torch.nn.LinearCrossEntropyOptions}.
 */
public final class LinearCrossEntropyOptions
        implements Arg<LinearCrossEntropyOptions.Taker>,
                AllowRetainGraph.Taker,
                BatchChunkSize.Taker,
                ChunkingMethod.Taker,
                AccPolicy.Taker,
                AccDtype.Taker {
    /** Takes this keyword. */
    public interface Taker {}

    private final boolean retain;
    private final @Nullable Integer rows;
    private final ChunkingMethod method;
    private final AccPolicy policy;
    private final @Nullable DType sums;

    /**
     * Options.
     *
     * @param args allowRetainGraph (false; unlike PyTorch, the gradient can be computed twice in any case), batchChunkSize (none): the
     *     rows of a chunk; chunkingMethod (AUTO, which counts where no size is given), accPolicy (AUTO), accDtype (float32 for types of 16 bits, else
     *     the input's): the dtype of sums, with ACCURATE also that of scores
     * @throws IllegalArgumentException if the size of chunks is not positive, or the dtype of sums not floating
     */
    @SafeVarargs
    public LinearCrossEntropyOptions(Arg<? super LinearCrossEntropyOptions>... args) {
        retain = given(args, allowRetainGraph(false)).value();
        var size = given(args, BatchChunkSize.class);
        rows = size == null ? null : size.value();
        if (rows != null && rows < 1)
            throw new IllegalArgumentException(
                    "LinearCrossEntropyOptions: batchChunkSize must be positive, got " + rows);
        method = given(args, chunkingMethod(ChunkingMethod.AUTO));
        policy = given(args, accPolicy(AccPolicy.AUTO));
        sums = given(args, new AccDtype(null)).value();
        if (sums != null && !sums.isFloatingPoint())
            throw new IllegalArgumentException("LinearCrossEntropyOptions: accDtype must be floating, got " + sums);
    }

    /**
     * The rows of a chunk, of {@code all} with {@code features} numbers each, to be scored for {@code classes} classes.
     *
     * @throws IllegalArgumentException if a size and a method are given that disagree
     */
    public int rows(int all, int features, int classes) {
        int given = rows == null ? Math.max(all, 1) : Math.clamp(all, 1, rows);
        if (method.equals(ChunkingMethod.AUTO) && rows != null) return given;
        int found = method.rows(all, features, classes);
        if (rows != null && rows != found)
            throw new IllegalArgumentException(
                    "linearCrossEntropy: batchChunkSize (%d) and chunkingMethod %s (%d) disagree; give one of them"
                            .formatted(rows, method, found));
        return found;
    }

    /** The dtype of sums over inputs of {@code dtype}. */
    public DType sums(DType dtype) {
        if (sums != null) return sums;
        boolean small = dtype == DType.FLOAT16 || dtype == DType.BFLOAT16;
        return small && policy == AccPolicy.AUTO ? DType.FLOAT32 : dtype;
    }

    /** Whether scores have the dtype of sums as well. */
    public boolean isAccurate() {
        return policy == AccPolicy.ACCURATE;
    }

    /** PyTorch's text. */
    @Override
    public String toString() {
        return ("LinearCrossEntropyOptions(allow_retain_graph=%s, batch_chunk_size=%s, chunking_method='%s',"
                        + " acc_policy='%s', acc_dtype=%s)")
                .formatted(
                        retain ? "True" : "False",
                        rows == null ? "None" : rows,
                        method,
                        policy.name().toLowerCase(Locale.ROOT),
                        sums == null ? "None" : sums);
    }
}
