package flambeau.args;

/**
 * The keyword {@code some}: whether only the columns that are needed are computed.
 *
 * @param value whether only the columns that are needed are computed
 */
public record Some(boolean value) implements Arg<Some.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
