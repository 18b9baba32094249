package flambeau.nn;

import static flambeau.args.Args.dtype;

import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Layers that take the size of their input from the first one: parameters and buffers without a shape. */
final class Lazy {
    /** The size of an input that is not known yet, as PyTorch shows it. */
    static final int UNKNOWN = 0;

    private Lazy() {}

    /** Whether {@code x} is a parameter or buffer without a shape. */
    static boolean isUninitialized(Tensor x) {
        return awaited(x) != null;
    }

    /** The sizes that {@code x} awaits, -1 where any will do; null if it has a shape. */
    static int @Nullable [] awaited(Tensor x) {
        return switch (x) {
            case Parameter p -> p.awaited();
            case Buffer b -> b.awaited();
            default -> null;
        };
    }

    /** Whether these sizes are the awaited ones. */
    static boolean fits(int[] sizes, int[] awaited) {
        boolean fits = sizes.length == awaited.length;
        for (int i = 0; fits && i < sizes.length; i++) fits = awaited[i] == -1 || awaited[i] == sizes[i];
        return fits;
    }

    /** Gives {@code x} a shape, and zeros, if it has none; whether it had none. */
    static boolean shape(@Nullable Tensor x, int... sizes) {
        if (x == null || !isUninitialized(x)) return false;
        if (x instanceof Parameter p) p.materialize(sizes);
        if (x instanceof Buffer b) b.materialize(sizes);
        return true;
    }

    /** What {@link Parameter#materialize} does. */
    static void materialize(Tensor x, int @Nullable [] awaited, int[] sizes) {
        if (awaited == null)
            throw new IllegalStateException("materialize: the tensor has a shape already, %s"
                    .formatted(x.shape().text()));
        if (!fits(sizes, awaited))
            throw new IllegalArgumentException("materialize: sizes must be %s, -1 standing for any, got %s"
                    .formatted(Arrays.toString(awaited), Arrays.toString(sizes)));
        x.setData(Tensors.zeros(Tensors.shape(sizes), dtype(x.dtype())));
    }

    /** The name of a lazy layer's class: when it is ready, that of the class that it extends. */
    static String name(Module module, Class<? extends Module> type, boolean ready) {
        return module.getClass() == type && ready
                ? type.getSuperclass().getSimpleName()
                : module.getClass().getSimpleName();
    }
}
