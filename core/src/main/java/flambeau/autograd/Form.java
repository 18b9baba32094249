package flambeau.autograd;

import java.util.function.Supplier;

/** What gradients of one variable must look like (for a tensor: its shape and dtype), and how they add up. */
public interface Form<V> {
    /**
     * {@code dy} in this form: what was broadcast is summed, the dtype is converted.
     *
     * @param by who made {@code dy}, for the message
     * @throws IllegalArgumentException if it cannot be brought into this form
     */
    V fit(V dy, Supplier<String> by);

    /** {@code a + b}, both in this form. */
    V sum(V a, V b);

    /** Whether {@code dy} holds a NaN. */
    boolean hasNaN(V dy);
}
