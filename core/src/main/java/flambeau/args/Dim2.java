package flambeau.args;

/**
 * The keyword {@code dim2}: the second of two dimensions; negative ones count from the end.
 *
 * @param value the second of two dimensions; negative ones count from the end
 */
public record Dim2(int value) implements Arg<Dim2.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
