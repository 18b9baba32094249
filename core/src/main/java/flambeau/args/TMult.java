package flambeau.args;

/**
 * The keyword {@code tMult}: by how much each period is longer than the one before.
 *
 * @param value by how much each period is longer than the one before
 */
public record TMult(int value) implements Arg<TMult.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
