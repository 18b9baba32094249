package flambeau.args;

/**
 * The keyword {@code factor}: the factor by which a learning rate is changed.
 *
 * @param value the factor by which a learning rate is changed
 */
public record Factor(double value) implements Arg<Factor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
