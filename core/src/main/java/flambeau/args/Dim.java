package flambeau.args;

/**
 * The keyword {@code dim}: the dimensions to work along; negative ones count from the end.
 *
 * @param dims the dimensions to work along; negative ones count from the end
 */
public record Dim(int... dims) implements Arg<Dim.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
