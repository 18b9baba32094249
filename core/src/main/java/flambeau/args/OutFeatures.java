package flambeau.args;

/**
 * The keyword {@code outFeatures}: the sizes of what each row becomes, besides its classes.
 *
 * @param sizes the sizes of what each row becomes, besides its classes
 */
public record OutFeatures(int... sizes) implements Arg<OutFeatures.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
