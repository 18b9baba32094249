package flambeau.args;

/**
 * The keyword {@code batchFirst}: whether the batch is the first dimension and time the second.
 *
 * @param value whether the batch is the first dimension and time the second
 */
public record BatchFirst(boolean value) implements Arg<BatchFirst.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
