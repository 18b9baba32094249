package flambeau.args;

/**
 * The keyword {@code amsgrad}: whether Adam divides by the largest second moment so far.
 *
 * @param value whether Adam divides by the largest second moment so far
 */
public record Amsgrad(boolean value) implements Arg<Amsgrad.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
