package flambeau.args;

/**
 * The keyword {@code assign}: whether loading takes the given tensors' memory instead of copying from it.
 *
 * @param value whether loading takes the given tensors' memory instead of copying from it
 */
public record Assign(boolean value) implements Arg<Assign.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
