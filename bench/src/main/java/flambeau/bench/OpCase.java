package flambeau.bench;

import java.util.function.Function;

/**
 * One operation of {@code flambeau bench ops}.
 *
 * @param area the kind of operation
 * @param torch the expression that PyTorch evaluates, in the operands of bench/peers/ops_torch.py
 * @param step the same here
 */
record OpCase(Area area, String torch, Function<OpOperands, Object> step) {
    /** Kinds of operations. */
    enum Area {
        POINTWISE,
        REDUCTION,
        INDEXING,
        SORTING,
        LINALG
    }
}
