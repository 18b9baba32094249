package flambeau.args;

/**
 * The keyword {@code keepdim}: whether what was reduced stays as a dimension of size 1.
 *
 * @param value whether what was reduced stays as a dimension of size 1
 */
public record Keepdim(boolean value) implements Arg<Keepdim.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
