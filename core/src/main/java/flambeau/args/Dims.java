package flambeau.args;

/**
 * The keyword {@code dims}: the dimensions to work along; negative ones count from the end.
 *
 * @param dims the dimensions to work along; negative ones count from the end
 */
public record Dims(int... dims) implements Arg<Dims.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
