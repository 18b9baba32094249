package flambeau.args;

/**
 * The keyword {@code removeDuplicate}: whether what is held twice is listed once.
 *
 * @param value whether what is held twice is listed once
 */
public record RemoveDuplicate(boolean value) implements Arg<RemoveDuplicate.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
