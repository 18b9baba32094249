package flambeau.args;

/**
 * The keyword {@code kernel}: the sizes of a window or kernel, one for all space axes or one each.
 *
 * @param sizes the sizes
 */
public record Kernel(int... sizes) implements Arg<Kernel.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
