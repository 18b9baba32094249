package flambeau.args;

/**
 * The keyword {@code prefix}: what all names begin with.
 *
 * @param value what all names begin with
 */
public record Prefix(String value) implements Arg<Prefix.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
