package flambeau.args;

/**
 * The keyword {@code dropout}: the probability that an element between layers becomes 0 in training.
 *
 * @param value the probability that an element between layers becomes 0 in training
 */
public record Dropout(double value) implements Arg<Dropout.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
