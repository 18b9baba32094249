package flambeau.args;

/**
 * The keyword {@code isCausal}: whether each place attends only to those up to itself.
 *
 * @param value whether each place attends only to those up to itself
 */
public record IsCausal(boolean value) implements Arg<IsCausal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
