package flambeau.onednn;

import static flambeau.onednn.Dnnl.POINTER;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Copies between the caller's memory order of an operand and the one that a primitive has chosen. */
final class Reorder {
    private static final Cache<Primitive> CACHE = new Cache<>(256);
    private static final MethodHandle DESCRIBE =
            Dnnl.function("dnnl_reorder_primitive_desc_create", POINTER, POINTER, POINTER, POINTER, POINTER, POINTER);

    private Reorder() {}

    /** Whether the caller's order is the one that argument {@code i} of the primitive has. */
    static boolean isNeeded(Desc desc, Primitive primitive, int i) {
        try (var draft = new Draft("reorder " + desc)) {
            return !Draft.equal(draft.desc(desc), primitive.layout(i));
        }
    }

    /** From the caller's order to argument {@code i} of the primitive. */
    static @Nullable Primitive into(Desc desc, Primitive primitive, int i) {
        try (var draft = new Draft("reorder " + desc)) {
            return make(draft, draft.desc(desc), primitive.layout(i));
        }
    }

    /** From argument {@code i} of the primitive to the caller's order. */
    static @Nullable Primitive outOf(Primitive primitive, int i, Desc desc) {
        try (var draft = new Draft("reorder " + desc)) {
            return make(draft, primitive.layout(i), draft.desc(desc));
        }
    }

    /** Operands: {@code n} matrices [rows, columns], and the same as [columns, rows]. */
    static @Nullable Primitive transposing(long n, long rows, long columns) {
        return CACHE.get(new Key("transpose", n, rows, columns), () -> {
            var from = new Desc(new long[] {n, columns, rows}, new long[] {rows * columns, 1, columns});
            try (var draft = new Draft("transpose " + from)) {
                return make(draft, draft.desc(from), draft.desc(Desc.dense(from.dims())));
            }
        });
    }

    private static @Nullable Primitive make(Draft draft, long from, long to) {
        int status = Dnnl.call(DESCRIBE, draft.result(), from, Dnnl.engine(), to, Dnnl.engine(), draft.attributes());
        return draft.finish(status, Draft.SRC, Draft.DST);
    }
}
