package flambeau.args;

/**
 * The keyword {@code normalize}: whether values are shifted and scaled to the range from 0 to 1.
 *
 * @param value whether values are shifted and scaled to the range from 0 to 1
 */
public record Normalize(boolean value) implements Arg<Normalize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
