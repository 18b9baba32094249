package flambeau.bench;

import java.util.function.Function;

/**
 * One operation of {@code flambeau bench ops}.
 *
 * @param area the kind of operation
 * @param torch the expression that PyTorch evaluates, in the operands of bench/peers/ops_torch.py
 * @param step the same here
 * @param because why this one is slower than PyTorch where it is; empty where there is nothing to say
 */
record OpCase(Area area, String torch, Function<OpOperands, Object> step, String because) {
    /** Kinds of operations. */
    enum Area {
        POINTWISE,
        REDUCTION,
        INDEXING,
        SORTING,
        LINALG
    }

    OpCase(Area area, String torch, Function<OpOperands, Object> step) {
        this(area, torch, step, "");
    }

    OpCase because(String reason) {
        return new OpCase(area, torch, step, reason);
    }
}
