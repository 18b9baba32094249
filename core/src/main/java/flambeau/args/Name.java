package flambeau.args;

/**
 * The keyword {@code name}: which parameter is meant.
 *
 * @param value which parameter is meant
 */
public record Name(String value) implements Arg<Name.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
