package flambeau.args;

/**
 * The keyword {@code edgeitems}: how many elements stay at each end of a dimension that is summarised.
 *
 * @param value how many elements stay at each end of a dimension that is summarised
 */
public record Edgeitems(int value) implements Arg<Edgeitems.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
