package flambeau.vision;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.normalize;
import static flambeau.args.Args.nrow;
import static flambeau.args.Args.padValue;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.scaleEach;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.stack;

import flambeau.args.Arg;
import flambeau.args.Normalize;
import flambeau.args.Nrow;
import flambeau.args.PadValue;
import flambeau.args.Padding;
import flambeau.args.ScaleEach;
import flambeau.args.ValueRange;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.vision.io.ImageFiles;
import flambeau.vision.io.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many images as one: torchvision's {@code utils}.
 *
 * {@snippet :
 * saveImage(digits, Path.of("digits.png"), nrow(10), normalize(true)); // digits is [100, 1, 28, 28]
 * }
 */
public final class Images {
    private Images() {}

    /** Takes the keywords of {@link #makeGrid}: nrow, padding, normalize, valueRange, scaleEach, padValue. */
    public interface Grid
            extends Nrow.Taker, Padding.Taker, Normalize.Taker, ValueRange.Taker, ScaleEach.Taker, PadValue.Taker {}

    /**
     * Images of one size side by side, like {@link #makeGrid(Tensor, Arg[])}.
     *
     * @param images each {@code [c, h, w]}
     */
    @SafeVarargs
    public static Tensor makeGrid(List<Tensor> images, Arg<? super Grid>... args) {
        return makeGrid(stack(images, 0), args);
    }

    /**
     * The images of a batch side by side, row by row. Grey ones become coloured. A single image is returned by itself, without
     * padding.
     *
     * @param images {@code [n, c, h, w]}, {@code [c, h, w]} or {@code [h, w]}
     * @param args nrow (8): images a row; padding (2): pixels around each; padValue (0): their value; normalize (false): shift and
     *     scale to [0, 1], of floating images; valueRange (their least and largest value): the values that become 0 and 1; scaleEach
     *     (false): whether each image has its own range
     * @return {@code [c, rows * (h + padding) + padding, min(n, nrow) * (w + padding) + padding]} with c at least 3
     * @throws IllegalArgumentException if the images have another shape, there are none, or a keyword has no meaning
     */
    @SafeVarargs
    public static Tensor makeGrid(Tensor images, Arg<? super Grid>... args) {
        int perRow = given(args, nrow(8)).value();
        check(perRow > 0, "nrow must be at least 1, got " + perRow);
        int[] around = given(args, padding(2)).sizes();
        check(around.length == 1 && around[0] >= 0, "padding must be one size that is not negative");
        try (var _ = noGrad()) {
            var x = batch(images.detach());
            if (given(args, normalize(false)).value())
                x = normalized(
                        x,
                        given(args, ValueRange.class),
                        given(args, scaleEach(false)).value());
            return x.size(0) == 1
                    ? x.squeeze(0)
                    : arranged(x, perRow, around[0], given(args, padValue(0)).value());
        }
    }

    /** {@code [n, c, h, w]}, three channels for one. */
    private static Tensor batch(Tensor images) {
        var x = images;
        while (x.dim() == 2 || x.dim() == 3) x = x.unsqueeze(0);
        check(
                x.dim() == 4 && x.numel() > 0,
                "the images must be [n, c, h, w], [c, h, w] or [h, w] and not empty, got "
                        + images.shape().text());
        return x.size(1) == 1 ? cat(List.of(x, x, x), 1) : x;
    }

    private static Tensor normalized(Tensor x, @Nullable ValueRange range, boolean each) {
        check(x.dtype().isFloatingPoint(), "normalize takes floating images, got " + x.describe());
        return each
                ? stack(
                        x.unbind(0).stream()
                                .map(image -> normalized(image, range))
                                .toList(),
                        0)
                : normalized(x, range);
    }

    private static Tensor normalized(Tensor x, @Nullable ValueRange range) {
        double low = range == null ? x.min().item().doubleValue() : range.low();
        double high = range == null ? x.max().item().doubleValue() : range.high();
        return x.clamp(low, high).sub(low).div(Math.max(high - low, 1e-5));
    }

    private static Tensor arranged(Tensor x, int perRow, int around, double fill) {
        int n = x.size(0), columns = Math.min(perRow, n), rows = Math.ceilDiv(n, columns);
        int h = x.size(2) + around, w = x.size(3) + around;
        var y = full(shape(x.size(1), h * rows + around, w * columns + around), fill, dtype(x.dtype()));
        for (int i = 0; i < n; i++)
            y.narrow(1, i / columns * h + around, h - around)
                    .narrow(2, i % columns * w + around, w - around)
                    .copy_(x.get(i));
        return y;
    }

    /**
     * Writes images side by side, like {@link #saveImage(Tensor, Path, Arg[])}.
     *
     * @param images each {@code [c, h, w]}
     * @throws IOException if the file cannot be written
     */
    @SafeVarargs
    public static void saveImage(List<Tensor> images, Path file, Arg<? super Grid>... args) throws IOException {
        saveImage(stack(images, 0), file, args);
    }

    /**
     * Writes an image, or the images of a batch side by side, in the format that the file's name ends with. Values are multiplied by
     * 255 and rounded.
     *
     * @param images {@code [n, c, h, w]}, {@code [c, h, w]} or {@code [h, w]}, floating in [0, 1]; 1, 3 or 4 channels
     * @param file its name ends with {@code .png}, {@code .jpg} or what else this JDK writes; it is replaced as a whole
     * @param args those of {@link #makeGrid}
     * @throws IllegalArgumentException if the images have another shape or dtype, or there is no such format
     * @throws IOException if the file cannot be written
     */
    @SafeVarargs
    public static void saveImage(Tensor images, Path file, Arg<? super Grid>... args) throws IOException {
        if (!images.dtype().isFloatingPoint())
            throw new IllegalArgumentException("saveImage: the images must be floating, got %s; writePng takes uint8"
                    .formatted(images.describe()));
        var grid = makeGrid(images, args);
        ImageFiles.write(Pixels.image(grid.mul(255).add(0.5).clamp(0, 255).to(DType.UINT8)), file);
    }

    private static void check(boolean holds, String message) {
        if (!holds) throw new IllegalArgumentException("makeGrid: " + message);
    }
}
