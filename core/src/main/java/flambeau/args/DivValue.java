package flambeau.args;

/**
 * The keyword {@code divValue}: by what the sizes of clusters are divided, from one to the next.
 *
 * @param value by what the sizes of clusters are divided, from one to the next
 */
public record DivValue(double value) implements Arg<DivValue.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
