package flambeau.args;

/**
 * The keyword {@code enableGqa}: whether groups of query heads share a head of keys and values.
 *
 * @param value whether groups of query heads share a head of keys and values
 */
public record EnableGqa(boolean value) implements Arg<EnableGqa.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
