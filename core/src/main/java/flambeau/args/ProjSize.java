package flambeau.args;

/**
 * The keyword {@code projSize}: the size to which hidden states are projected; 0: not at all.
 *
 * @param value the size to which hidden states are projected; 0: not at all
 */
public record ProjSize(int value) implements Arg<ProjSize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
