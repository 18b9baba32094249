package flambeau.args;

/**
 * The keyword {@code dModel}: the size of each element of a sequence.
 *
 * @param value the size of each element of a sequence
 */
public record DModel(int value) implements Arg<DModel.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
