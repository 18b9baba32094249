package flambeau.args;

/**
 * The keyword {@code minLr}: the lowest learning rate.
 *
 * @param values one for all groups of parameters, or one a group
 */
public record MinLr(double... values) implements Arg<MinLr.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
