package flambeau.tensor;

import flambeau.array.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refusals: one sentence that names the operation, the rule and the values. */
final class Check {
    private Check() {}

    /**
     * Refuses an argument.
     *
     * @throws IllegalArgumentException with this message unless {@code holds}
     */
    static void that(boolean holds, String message, Object... values) {
        if (!holds) throw new IllegalArgumentException(text(message, values));
    }

    /** Refuses with the message unless {@code holds}, where the message costs nothing to the caller who is right. */
    static void state(boolean holds, String message, Object... values) {
        if (!holds) throw new IllegalStateException(text(message, values));
    }

    /** Refuses null for an operand of {@code op}. */
    static void operand(String op, @Nullable Tensor x) {
        if (x == null) throw new IllegalArgumentException(op + ": an operand is null");
    }

    /** The message with shapes as {@code [2, 3]}; made only for who is wrong. */
    private static String text(String message, Object[] values) {
        for (int i = 0; i < values.length; i++) if (values[i] instanceof Shape shape) values[i] = shape.text();
        return String.format(Locale.ROOT, message, values);
    }
}
