package flambeau.args;

/**
 * The keyword {@code pivot}: whether rows are exchanged.
 *
 * @param value whether rows are exchanged
 */
public record Pivot(boolean value) implements Arg<Pivot.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
