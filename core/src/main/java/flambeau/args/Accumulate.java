package flambeau.args;

/**
 * The keyword {@code accumulate}: whether values are added to what is there and do not replace it.
 *
 * @param value whether values are added to what is there and do not replace it
 */
public record Accumulate(boolean value) implements Arg<Accumulate.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
