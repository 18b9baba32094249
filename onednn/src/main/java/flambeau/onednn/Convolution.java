package flambeau.onednn;

import static flambeau.onednn.Dnnl.POINTER;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Convolution of one shape in one thread, and its gradients. */
final class Convolution {
    private static final int FORWARD_TRAINING = 64;
    private static final int DIRECT = 1;
    private static final int LANES = 16; // floats in the widest register

    private static final Cache<Plan> CACHE = new Cache<>(512);
    private static final MethodHandle FORWARD = Dnnl.function(
            "dnnl_convolution_forward_primitive_desc_create",
            POINTER,
            POINTER,
            JAVA_INT,
            JAVA_INT,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER);
    private static final MethodHandle BACKWARD_DATA = Dnnl.function(
            "dnnl_convolution_backward_data_primitive_desc_create",
            POINTER,
            POINTER,
            JAVA_INT,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER);
    private static final MethodHandle BACKWARD_WEIGHTS = Dnnl.function(
            "dnnl_convolution_backward_weights_primitive_desc_create",
            POINTER,
            POINTER,
            JAVA_INT,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER,
            POINTER);

    private Convolution() {}

    /**
     * The operands and the window. With groups, w is [groups, out / groups, c / groups, k..].
     *
     * @param dilation the places skipped between two of a window: one less than PyTorch's
     * @param before the padding before the first place of each axis
     * @param after the padding after the last
     */
    record Geometry(Desc x, Desc w, Desc y, boolean bias, long[] stride, long[] dilation, long[] before, long[] after) {
        /** The same for the first {@code n} images. */
        Geometry batch(long n) {
            return new Geometry(x.batch(n), w, y.batch(n), bias, stride, dilation, before, after);
        }

        /** One image with so many rows of input and output, and so much padding above and below. */
        Geometry rows(long in, long out, long above, long below) {
            var top = before.clone();
            var bottom = after.clone();
            top[0] = above;
            bottom[0] = below;
            return new Geometry(x.rows(in), w, y.rows(out), bias, stride, dilation, top, bottom);
        }

        private long c() {
            return x.dims()[1];
        }

        private long out() {
            return y.dims()[1];
        }

        private @Nullable Desc biasDesc() {
            return bias ? Desc.dense(y.dims()[1]) : null;
        }

        private Key key(String operation) {
            int n = 1;
            var parts = new long[][] {
                x.dims(), x.order(), w.dims(), w.order(), y.dims(), y.order(), stride, dilation, before, after
            };
            for (var part : parts) n += part.length;
            var numbers = new long[n];
            int at = 0;
            numbers[at++] = bias ? 1 : 0;
            for (var part : parts) {
                System.arraycopy(part, 0, numbers, at, part.length);
                at += part.length;
            }
            return new Key(operation, numbers);
        }

        private String text(String operation) {
            return operation + " " + x + " * " + w + " -> " + y;
        }
    }

    /** Operands x, w, bias (if there is one), y; null where oneDNN has nothing good. */
    static @Nullable Plan forward(Geometry g) {
        // With few channels the code for channels-last leaves most lanes of a register empty. oneDNN's own order,
        // filled up
        // with zeros, takes 0.6 to 0.8 of its time then, with the copies counted; with more channels the copies cost
        // more.
        boolean own = g.c() <= LANES && g.out() <= LANES;
        return CACHE.get(g.key("convolution forward"), () -> either(own, o -> forward(g, o)));
    }

    /** Operands dy, w, dx. */
    static @Nullable Plan backwardData(Geometry g) {
        boolean own = g.c() >= 4 && g.c() < LANES && g.out() <= LANES; // 0.45 of the time; images do not gain
        return CACHE.get(g.key("convolution backward data"), () -> either(own, o -> backwardData(g, o)));
    }

    /** Operands x, dy, dw, dbias (if there is one). */
    static @Nullable Plan backwardWeights(Geometry g) {
        boolean own = g.out() < LANES; // 0.7 to 0.9 of the time
        return CACHE.get(g.key("convolution backward weights"), () -> either(own, o -> backwardWeights(g, o)));
    }

    /** In the order that is thought to be faster, or in the other where that cannot be had. */
    private static @Nullable Plan either(boolean own, Function<Boolean, @Nullable Plan> make) {
        var plan = make.apply(own);
        return plan != null ? plan : make.apply(!own);
    }

    private static @Nullable Plan forward(Geometry g, boolean own) {
        try (var draft = new Draft(g.text("convolution forward"))) {
            var primitive = draft.finish(
                    forward(draft, g, own),
                    g.bias
                            ? new int[] {Draft.SRC, Draft.WEIGHTS, Draft.BIAS, Draft.DST}
                            : new int[] {Draft.SRC, Draft.WEIGHTS, Draft.DST});
            if (primitive == null) return null;
            var bias = g.biasDesc();
            return Plan.of(primitive, bias == null ? List.of(g.x, g.w, g.y) : List.of(g.x, g.w, bias, g.y), 1);
        }
    }

    private static int forward(Draft draft, Geometry g, boolean own) {
        return Dnnl.call(
                FORWARD,
                draft.result(),
                Dnnl.engine(),
                FORWARD_TRAINING,
                DIRECT,
                draft.desc(own || !g.x.isChannelsLast() ? g.x.any() : g.x),
                draft.desc(g.w.any()),
                draft.desc(g.biasDesc()),
                draft.desc(own || !g.y.isChannelsLast() ? g.y.any() : g.y),
                draft.array(g.stride),
                draft.array(g.dilation),
                draft.array(g.before),
                draft.array(g.after),
                draft.attributes());
    }

    private static @Nullable Plan backwardData(Geometry g, boolean own) {
        try (var draft = new Draft(g.text("convolution backward data"))) {
            long hint = draft.hint(forward(draft, g, own));
            if (hint == 0) return null;
            int status = Dnnl.call(
                    BACKWARD_DATA,
                    draft.result(),
                    Dnnl.engine(),
                    DIRECT,
                    draft.desc(own || !g.x.isChannelsLast() ? g.x.any() : g.x),
                    draft.desc(g.w.any()),
                    draft.desc(own || !g.y.isChannelsLast() ? g.y.any() : g.y),
                    draft.array(g.stride),
                    draft.array(g.dilation),
                    draft.array(g.before),
                    draft.array(g.after),
                    hint,
                    draft.attributes());
            var primitive = draft.finish(status, Draft.DIFF_DST, Draft.WEIGHTS, Draft.DIFF_SRC);
            return primitive == null ? null : Plan.of(primitive, List.of(g.y, g.w, g.x), 1);
        }
    }

    private static @Nullable Plan backwardWeights(Geometry g, boolean own) {
        try (var draft = new Draft(g.text("convolution backward weights"))) {
            long hint = draft.hint(forward(draft, g, own));
            if (hint == 0) return null;
            int status = Dnnl.call(
                    BACKWARD_WEIGHTS,
                    draft.result(),
                    Dnnl.engine(),
                    DIRECT,
                    draft.desc(own || !g.x.isChannelsLast() ? g.x.any() : g.x),
                    draft.desc(g.w.any()),
                    draft.desc(g.biasDesc()),
                    draft.desc(own || !g.y.isChannelsLast() ? g.y.any() : g.y),
                    draft.array(g.stride),
                    draft.array(g.dilation),
                    draft.array(g.before),
                    draft.array(g.after),
                    hint,
                    draft.attributes());
            var bias = g.biasDesc();
            var primitive = draft.finish(
                    status,
                    bias != null
                            ? new int[] {Draft.SRC, Draft.DIFF_DST, Draft.DIFF_WEIGHTS, Draft.DIFF_BIAS}
                            : new int[] {Draft.SRC, Draft.DIFF_DST, Draft.DIFF_WEIGHTS});
            if (primitive == null) return null;
            return bias == null
                    ? Plan.of(primitive, List.of(g.x, g.y, g.w), 1)
                    : Plan.of(primitive, List.of(g.x, g.y, g.w, bias), 2);
        }
    }
}
