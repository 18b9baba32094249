package flambeau.args;

/**
 * The keyword {@code nhead}: the number of heads.
 *
 * @param value the number of heads
 */
public record Nhead(int value) implements Arg<Nhead.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
