package flambeau.args;

/**
 * The keyword {@code vdim}: the size of each value.
 *
 * @param value the size of each value
 */
public record Vdim(int value) implements Arg<Vdim.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
