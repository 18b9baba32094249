package flambeau.args;

/**
 * The keyword {@code full}: whether constant terms are part of a loss.
 *
 * @param value whether constant terms are part of a loss
 */
public record Full(boolean value) implements Arg<Full.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
