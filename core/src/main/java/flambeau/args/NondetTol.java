package flambeau.args;

/**
 * The keyword {@code nondetTol}: by how much gradients may differ from one backward pass to the next.
 *
 * @param value by how much gradients may differ from one backward pass to the next
 */
public record NondetTol(double value) implements Arg<NondetTol.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
