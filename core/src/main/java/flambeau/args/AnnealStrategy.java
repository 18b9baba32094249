package flambeau.args;

/** The keyword {@code annealStrategy}: how a learning rate goes from one value to another. */
public enum AnnealStrategy implements Arg<AnnealStrategy.Taker> {
    /** Along half a wave of the cosine. */
    COS,
    /** Along a line. */
    LINEAR;

    /** Takes this keyword. */
    public interface Taker {}
}
