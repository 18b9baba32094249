package flambeau.args;

/**
 * The keyword {@code shuffle}: whether the order is drawn anew each epoch.
 *
 * @param value whether the order is drawn anew each epoch
 */
public record Shuffle(boolean value) implements Arg<Shuffle.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
