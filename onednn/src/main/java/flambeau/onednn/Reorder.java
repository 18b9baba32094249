package flambeau.onednn;

import static flambeau.onednn.Dnnl.POINTER;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Copies between the caller's memory order of an operand and the one that a primitive has chosen. */
final class Reorder {
    private static final long SMALL = 1 << 18; // bytes: 20 us
    private static final long SLICE = 64; // a multiple of all of oneDNN's block sizes
    private static final Primitive[] NONE = {};

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

    /**
     * The same copy in parts along the first dimension, for several threads; none where the operand is small or its memory
     * order cannot be cut.
     */
    static Primitive[] slices(Desc desc, Primitive primitive, int i, boolean out) {
        long length = desc.dims()[0];
        if (primitive.bytes(i) < SMALL || length < 2 * SLICE) return NONE;
        var slices = new Primitive[(int) ((length + SLICE - 1) / SLICE)];
        for (int s = 0; s < slices.length; s++) {
            try (var draft = new Draft("reorder " + desc)) {
                long start = s * SLICE, end = Math.min(length, start + SLICE);
                long plain = draft.part(draft.desc(desc), desc, start, end);
                long own = draft.part(primitive.layout(i), desc, start, end);
                if (plain == 0 || own == 0) return NONE;
                var slice = make(draft, out ? own : plain, out ? plain : own);
                if (slice == null) return NONE;
                slices[s] = slice;
            }
        }
        return slices;
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
