package flambeau.autograd;

/** What {@code registerHook} gives: closing it removes the hook, also a second time without harm. */
@FunctionalInterface
public interface RemovableHandle extends Guard {
    /** Removes the hook: PyTorch's word for {@link #close}. */
    default void remove() {
        close();
    }
}
