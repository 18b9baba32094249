package flambeau.args;

/**
 * The keyword {@code broadcast}: whether a loss stretches the target to the shape of the input.
 *
 * @param value whether a loss stretches the target to the shape of the input
 */
public record Broadcast(boolean value) implements Arg<Broadcast.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
