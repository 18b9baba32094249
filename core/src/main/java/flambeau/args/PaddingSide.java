package flambeau.args;

/** The keyword {@code paddingSide}: where short sequences are padded. */
public enum PaddingSide implements Arg<PaddingSide.Taker> {
    /** At the start. */
    LEFT,
    /** At the end. */
    RIGHT;

    /** Takes this keyword. */
    public interface Taker {}
}
