package flambeau.args;

/** The keyword {@code mode}: what of a QR factorisation is computed. */
public enum QRMode implements Arg<QRMode.Taker> {
    /** As many columns of Q as the matrix has rows or columns, whichever are fewer. */
    REDUCED,
    /** A square Q. */
    COMPLETE,
    /** No Q. */
    R;

    /** Takes this keyword. */
    public interface Taker {}
}
