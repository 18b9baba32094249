package flambeau.args;

/**
 * The keyword {@code numClasses}: the number of classes; -1 finds it from the largest.
 *
 * @param value the number of classes; -1 finds it from the largest
 */
public record NumClasses(int value) implements Arg<NumClasses.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
