package flambeau.args;

/**
 * The keyword {@code minlength}: the least number of counts.
 *
 * @param value the least number of counts
 */
public record Minlength(int value) implements Arg<Minlength.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
