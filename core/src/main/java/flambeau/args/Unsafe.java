package flambeau.args;

/**
 * The keyword {@code unsafe}: whether a parametrisation may change the shape and the dtype.
 *
 * @param value whether a parametrisation may change the shape and the dtype
 */
public record Unsafe(boolean value) implements Arg<Unsafe.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
