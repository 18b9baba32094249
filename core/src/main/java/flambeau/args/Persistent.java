package flambeau.args;

/**
 * The keyword {@code persistent}: whether a buffer is part of the state dict.
 *
 * @param value whether a buffer is part of the state dict
 */
public record Persistent(boolean value) implements Arg<Persistent.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
