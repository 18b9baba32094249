package flambeau.optim;

import static flambeau.args.Args.alpha;

import flambeau.args.WeightDecay;
import flambeau.tensor.Tensor;
import flambeau.tensor.Updates;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sparse gradient, each once.
 *
 * @param index int64 {@code [n]}
 * @param values {@code [n, ..]}: the gradient in these rows
 */
record Rows(Tensor index, Tensor values) {
    /** The rows of {@code grad}; null if it is dense. */
    static @Nullable Rows of(Tensor grad) {
        var sparse = Updates.sparse(grad);
        if (sparse == null) return null;
        if (sparse.sparseDim() == 1) {
            var once = sparse.coalesce();
            return new Rows(once.indices().select(0, 0), once.values());
        }
        var index = sparse.indices().select(0, 0).unique().output(); // single elements: the rows that hold them
        return new Rows(index, sparse.toDense().indexSelect(0, index));
    }

    /** Refuses weight decay, which would touch all rows. */
    static void checkNoDecay(State state) {
        var options = state.group().options();
        if (options.get(WeightDecay.class).value() != 0)
            throw new IllegalStateException("%s: weightDecay does not go with the sparse gradient of parameter %d"
                    .formatted(options.optimizer(), state.number));
    }

    /** A copy of these rows of {@code x}. */
    Tensor in(Tensor x) {
        return x.indexSelect(0, index);
    }

    /** Adds {@code factor} times {@code rows} to these rows of {@code x}. */
    void add(Tensor x, Tensor rows, double factor) {
        x.indexAdd_(0, index, rows, alpha(factor));
    }
}
