package flambeau.onednn;

import static flambeau.onednn.Dnnl.POINTER;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sum of several rows of floats, in their order, in one thread. */
final class Sum {
    private static final int FIRST_SOURCE = 1024;

    private static final Cache<Primitive> CACHE = new Cache<>(256);
    private static final MethodHandle DESCRIBE = Dnnl.function(
            "dnnl_sum_primitive_desc_create", POINTER, POINTER, POINTER, JAVA_INT, POINTER, POINTER, POINTER);

    private Sum() {}

    /** Operands: {@code n} rows of {@code count} floats, and their sum, which may be the first; null without oneDNN's. */
    static @Nullable Primitive get(int n, long count) {
        return CACHE.get(new Key("sum", n, count), () -> make(n, count));
    }

    private static @Nullable Primitive make(int n, long count) {
        try (var draft = new Draft("sum of " + n + " times " + count)) {
            var scales = new float[n];
            var rows = new long[n];
            var arguments = new int[n + 1];
            Arrays.fill(scales, 1);
            Arrays.fill(rows, draft.desc(Desc.dense(count)));
            for (int i = 0; i < n; i++) arguments[i] = FIRST_SOURCE + i;
            arguments[n] = Draft.DST;
            int status = Dnnl.call(
                    DESCRIBE,
                    draft.result(),
                    Dnnl.engine(),
                    rows[0],
                    n,
                    draft.array(scales),
                    draft.array(rows),
                    draft.attributes());
            return draft.finish(status, arguments);
        }
    }
}
