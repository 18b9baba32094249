package flambeau.args;

/**
 * The keyword {@code dim1}: the first of two dimensions; negative ones count from the end.
 *
 * @param value the first of two dimensions; negative ones count from the end
 */
public record Dim1(int value) implements Arg<Dim1.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
