package flambeau.args;

/**
 * The keyword {@code pctStart}: the share of all steps in which the learning rate rises.
 *
 * @param value the share of all steps in which the learning rate rises
 */
public record PctStart(double value) implements Arg<PctStart.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
