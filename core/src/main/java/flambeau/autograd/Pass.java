package flambeau.autograd;

import java.util.function.Supplier;

/**
 * The memory of one backward pass: told which gradients are still needed, it gives the others back at once. One made by
 * {@link Variable#pass} serves one pass.
 */
public interface Pass<V> extends AutoCloseable {
    /** The pass still needs {@code gradient}. */
    void hold(V gradient);

    /** The pass no longer needs {@code gradient}, once held. */
    void drop(V gradient);

    /** A node recorded at {@code time} (see {@link Variable#time}) is about to turn what is held into gradients. */
    void enter(Supplier<String> name, long time);

    /** It has done so, and all that is still needed is held. Tells whether it read what the forward pass had saved. */
    boolean exit();

    /** What is made until the guard is closed is the user's. */
    Guard outside();

    /** {@code gradient} for the user to keep, not shared with any other. */
    V keep(V gradient);

    /** {@code gradient} for the user to read, who may keep it. */
    V lend(V gradient);

    @Override
    void close();
}
