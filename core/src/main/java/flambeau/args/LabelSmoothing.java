package flambeau.args;

/**
 * The keyword {@code labelSmoothing}: the share of the target that is spread over all classes.
 *
 * @param value the share of the target that is spread over all classes
 */
public record LabelSmoothing(double value) implements Arg<LabelSmoothing.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
