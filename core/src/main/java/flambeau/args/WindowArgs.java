package flambeau.args;

import flambeau.array.Shape;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keywords of windows over space, and of sizes in space. */
abstract sealed class WindowArgs extends SortingArgs permits Args {
    WindowArgs() {}

    /** Whether the outermost elements of input and output lie at the same places, and not their outer edges. */
    public static AlignCorners alignCorners(boolean value) {
        return new AlignCorners(value);
    }

    /** Whether a smaller image is made of all elements that each of its elements covers. */
    public static Antialias antialias(boolean value) {
        return new Antialias(value);
    }

    /** Whether a window may hang over the end. */
    public static CeilMode ceilMode(boolean value) {
        return new CeilMode(value);
    }

    /** Whether places of the padding count in an average. */
    public static CountIncludePad countIncludePad(boolean value) {
        return new CountIncludePad(value);
    }

    /** The distances between the places of a kernel, one for all space axes or one each. */
    public static Dilation dilation(int... sizes) {
        return new Dilation(sizes);
    }

    /** What sums are divided by, whatever the number of places. */
    public static DivisorOverride divisorOverride(int value) {
        return new DivisorOverride(value);
    }

    /** The number of groups of channels that do not see each other. */
    public static Groups groups(int value) {
        return new Groups(value);
    }

    /** The sizes of a window or kernel, one for all space axes or one each. */
    public static Kernel kernel(int... sizes) {
        return new Kernel(sizes);
    }

    /** How elements between given ones are found. */
    public static InterpolateMode mode(InterpolateMode value) {
        return value;
    }

    /** What padding is filled with. */
    public static PaddingMode mode(PaddingMode value) {
        return value;
    }

    /** The places added to one side of the output, one for all space axes or one each. */
    public static OutputPadding outputPadding(int... sizes) {
        return new OutputPadding(sizes);
    }

    /** The share of the input that the output is long, one for all space axes or one each. */
    public static OutputRatio outputRatio(double... values) {
        return new OutputRatio(values);
    }

    /** The sizes of the output, one for all space axes or one each; null where it follows from the input. */
    public static OutputSize outputSize(@Nullable Integer... sizes) {
        return new OutputSize(sizes);
    }

    /** The shape of the output, as that of a tensor. */
    public static OutputSize outputSize(Shape shape) {
        return new OutputSize(IntStream.of(shape.sizes()).boxed().toArray(Integer[]::new));
    }

    /** The size of the result, if it is known; null finds it. */
    public static OutputSize outputSize(@Nullable Integer value) {
        return new OutputSize(value);
    }

    /** The places added on both sides of each space axis, one for all or one each. */
    public static Padding padding(int... sizes) {
        return new Padding(null, sizes);
    }

    /** The places added on both sides of each space axis, by a word. */
    public static Padding padding(AutoPadding word) {
        return new Padding(word);
    }

    /** What lies outside the image. */
    public static GridPadding paddingMode(GridPadding value) {
        return value;
    }

    /** What padding is filled with. */
    public static PaddingMode paddingMode(PaddingMode value) {
        return value;
    }

    /** Whether the scale is found from the sizes, which are whole numbers, and not taken as given. */
    public static RecomputeScaleFactor recomputeScaleFactor(boolean value) {
        return new RecomputeScaleFactor(value);
    }

    /** How many times larger the result is, one factor for all space axes or one each. */
    public static ScaleFactor scaleFactor(double... values) {
        return new ScaleFactor(values);
    }

    /** The sizes of the result, one for all space axes or one each. */
    public static Size size(int... sizes) {
        return new Size(sizes);
    }

    /** The steps between windows, one for all space axes or one each. */
    public static Stride stride(int... sizes) {
        return new Stride(sizes);
    }
}
