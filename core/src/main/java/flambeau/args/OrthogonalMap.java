package flambeau.args;

import java.util.Locale;

/** The keyword {@code orthogonalMap}: how an orthogonal matrix is made of any. */
public enum OrthogonalMap implements Arg<OrthogonalMap.Taker> {
    /** {@code exp(A)}, A being the skew part of a triangle. */
    MATRIX_EXP,
    /** {@code (I + A / 2)^-1 (I - A / 2)}. */
    CAYLEY,
    /** A product of reflections. */
    HOUSEHOLDER;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
