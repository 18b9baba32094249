package flambeau.args;

/**
 * The keyword {@code addZeroAttn}: whether a key and a value of zeros are added to each sequence.
 *
 * @param value whether a key and a value of zeros are added to each sequence
 */
public record AddZeroAttn(boolean value) implements Arg<AddZeroAttn.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
