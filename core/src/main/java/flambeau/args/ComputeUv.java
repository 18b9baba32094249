package flambeau.args;

/**
 * The keyword {@code computeUv}: whether the singular vectors are computed.
 *
 * @param value whether the singular vectors are computed
 */
public record ComputeUv(boolean value) implements Arg<ComputeUv.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
