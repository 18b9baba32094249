package flambeau.args;

/**
 * The keyword {@code recurse}: whether modules further down count too.
 *
 * @param value whether modules further down count too
 */
public record Recurse(boolean value) implements Arg<Recurse.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
