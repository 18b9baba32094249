package flambeau.args;

/**
 * The keyword {@code addBiasKv}: whether a learnt key and value are added to each sequence.
 *
 * @param value whether a learnt key and value are added to each sequence
 */
public record AddBiasKv(boolean value) implements Arg<AddBiasKv.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
