package flambeau.vision.transforms;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Shifts and scales each channel: {@code y[c] = (x[c] - mean[c]) / std[c]}. Values with this mean and standard deviation get mean 0
 * and standard deviation 1.
 *
 * {@snippet :
 * var normalize = new Normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)); // of ImageNet
 * }
 */
public final class Normalize implements UnaryOperator<Tensor>, Inplace.Taker {
    private final List<Double> mean;
    private final List<Double> std;
    private final Values float32; // made once: most images are float32, and many are small
    private final boolean inplace;
    private final String text;

    /** The means and the standard deviations in one dtype, [c, 1, 1]. */
    private record Values(Tensor mean, Tensor std, boolean isRegular) {
        static Values of(List<Double> mean, List<Double> std, DType dtype) {
            var s = column(std, dtype);
            return new Values(column(mean, dtype), s, s.ne(0).all().isTrue());
        }

        private static Tensor column(List<Double> values, DType dtype) {
            var x = values.stream().mapToDouble(Double::doubleValue).toArray();
            return tensor(x, dtype(DType.FLOAT64)).to(dtype).view(-1, 1, 1);
        }
    }

    /**
     * A mean and a standard deviation for each channel.
     *
     * @param mean one a channel, or one for all
     * @param std one a channel, or one for all, none of them 0
     * @param args inplace (false): the input is changed and returned
     */
    @SafeVarargs
    public Normalize(List<Double> mean, List<Double> std, Arg<? super Normalize>... args) {
        this(mean, std, mean + ", std=" + std, args);
    }

    /** The same for all channels. */
    @SafeVarargs
    public Normalize(double mean, double std, Arg<? super Normalize>... args) {
        this(List.of(mean), List.of(std), mean + ", std=" + std, args);
    }

    private Normalize(List<Double> mean, List<Double> std, String text, Arg<?>[] args) {
        this.mean = List.copyOf(mean);
        this.std = List.copyOf(std);
        this.float32 = Values.of(this.mean, this.std, DType.FLOAT32);
        this.inplace = given(args, inplace(false)).value();
        this.text = "Normalize(mean=" + text + ")";
    }

    /**
     * The image, normalised.
     *
     * @param x {@code [.., c, h, w]}, floating
     * @throws IllegalArgumentException if it has another shape or dtype, or a standard deviation is 0 in its dtype
     */
    @Override
    public Tensor apply(Tensor x) {
        if (!x.dtype().isFloatingPoint())
            throw new IllegalArgumentException("Normalize: the image must be floating, got " + x.describe());
        if (x.dim() < 3)
            throw new IllegalArgumentException("Normalize: the image must be [.., c, h, w], got "
                    + x.shape().text());
        checkChannels("mean", mean, x);
        checkChannels("std", std, x);
        var values = x.dtype() == DType.FLOAT32 ? float32 : Values.of(mean, std, x.dtype());
        if (!values.isRegular)
            throw new IllegalArgumentException("Normalize: std must not be 0 as %s, got %s".formatted(x.dtype(), std));
        return inplace
                ? x.sub_(values.mean).div_(values.std)
                : x.sub(values.mean).div(values.std);
    }

    private static void checkChannels(String name, List<Double> values, Tensor x) {
        int channels = x.size(-3);
        if (values.size() != 1 && values.size() != channels)
            throw new IllegalArgumentException(
                    "Normalize: %s has %d values, the image %d channels".formatted(name, values.size(), channels));
    }

    @Override
    public String toString() {
        return text;
    }
}
