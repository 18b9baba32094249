package flambeau.args;

/** The keyword {@code mode} of interpolations: how elements between given ones are found. */
public enum InterpolateMode implements Arg<InterpolateMode.Taker> {
    /** The nearest one, at the place rounded down. */
    NEAREST,
    /** The two around the place of a sequence, weighted by how near they are. */
    LINEAR,
    /** The four around the place of an image, weighted. */
    BILINEAR,
    /** A cubic curve through the sixteen around the place of an image. */
    BICUBIC,
    /** The eight around the place of a volume, weighted. */
    TRILINEAR,
    /** The mean of all that lie within the new element. */
    AREA,
    /** The nearest one, measured from middle to middle. */
    NEAREST_EXACT,
    /** A windowed sine over six elements each way, of images that get smaller. */
    LANCZOS;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code nearest}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
