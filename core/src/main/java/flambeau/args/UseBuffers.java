package flambeau.args;

/**
 * The keyword {@code useBuffers}: whether buffers are averaged, too, not copied.
 *
 * @param value whether buffers are averaged, too, not copied
 */
public record UseBuffers(boolean value) implements Arg<UseBuffers.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
