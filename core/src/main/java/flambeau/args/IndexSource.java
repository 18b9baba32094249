package flambeau.args;

/** The keyword {@code sampler}: which samples are taken, and in which order. Implemented by {@code flambeau.data.Sampler} alone. */
public interface IndexSource extends Arg<IndexSource.Taker> {
    /** Takes this keyword. */
    interface Taker {}
}
