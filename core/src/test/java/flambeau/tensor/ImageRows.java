package flambeau.tensor;

import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.of;

import java.util.List;

/** What F is made of. The arguments are validated there. */
final class ImageRows {
    private ImageRows() {}

    static List<Row> rows() {
        return List.of(
                three("F.conv2d(a, b, c)", (x, w, b) -> conv(x, w, b, 1, 0, 1, 1))
                        .on(f(2, 2, 4, 4), f(3, 2, 2, 2), f(3))
                        .empty(f(0, 2, 4, 4), f(3, 2, 2, 2), f(3))
                        .refuses(
                                "convolution: input [2, 2, 4, 4] and weight [3, 1, 2, 2] do not agree with 1 groups",
                                f(2, 2, 4, 4),
                                f(3, 1, 2, 2),
                                f(3))
                        .refuses(
                                "convolution: input [2, 4, 4] and weight [3, 2, 2, 2] must have 3 dimensions",
                                f(2, 4, 4),
                                f(3, 2, 2, 2),
                                f(3))
                        .refuses(
                                "convolution: weight [3, 2, 5, 2] does not fit into input [1, 2, 4, 4]",
                                f(1, 2, 4, 4),
                                f(3, 2, 5, 2),
                                f(3))
                        .refuses("convolution: the bias must be [3]", f(1, 2, 4, 4), f(3, 2, 2, 2), f(4)),
                two("F.conv2d(a, b, None, 2, 1, 1, 2)", (x, w) -> conv(x, w, null, 2, 1, 1, 2))
                        .on(f(1, 4, 4, 3), f(2, 2, 3, 2)),
                two("F.conv2d(a, b, None, 1, 2, 2)", (x, w) -> conv(x, w, null, 1, 2, 2, 1))
                        .on(f(1, 1, 3, 4), f(2, 1, 2, 2)),
                three("F.conv1d(a, b, c, 2, 1)", (x, w, b) -> conv(x, w, b, 2, 1, 1, 1))
                        .on(f(2, 2, 5), f(3, 2, 3), f(3)),
                two("F.conv3d(a, b)", (x, w) -> conv(x, w, null, 1, 0, 1, 1)).on(f(1, 2, 2, 3, 3), f(2, 2, 1, 2, 2)),
                one("F.max_pool2d(a, 2)", x -> pool(x, 2, 2, 0, 1, false))
                        .on(f(2, 2, 4, 5))
                        .empty(f(0, 2, 4, 4)),
                one("F.max_pool2d(a, 3, 2, 1, 1, True)", x -> pool(x, 3, 2, 1, 1, true))
                        .on(f(1, 2, 4, 4)),
                one("F.max_pool2d(a, 2, 1, 0, 2)", x -> pool(x, 2, 1, 0, 2, false))
                        .on(f(1, 1, 4, 4))
                        .refuses(
                                "maxPool2d: a window of 2 places (dilation 2, padding 0) does not fit into an axis of"
                                        + " size 2",
                                f(1, 1, 2, 2)),
                one("F.max_pool1d(a, 2)", x -> pool(x, 2, 2, 0, 1, false))
                        .on(f(1, 2, 5))
                        .refuses("maxPool1d: an axis of the input [1, 2, 0] is empty", f(1, 2, 0)),
                one("F.max_pool3d(a, 2)", x -> pool(x, 2, 2, 0, 1, false)).on(f(1, 1, 2, 4, 3)),
                three("F.conv_transpose2d(a, b, c)", (x, w, b) -> transposed(x, w, b, 1, 0, 0, 1, 1))
                        .on(f(2, 3, 3, 4), f(3, 2, 2, 2), f(2))
                        .empty(f(0, 3, 4, 4), f(3, 2, 2, 2), f(2))
                        .refuses("convTranspose: the output would have size 0", f(1, 3, 1, 1), f(3, 2, 0, 2), f(2)),
                two("F.conv_transpose2d(a, b, None, 2, 1, 1, 2, 2)", (x, w) -> transposed(x, w, null, 2, 1, 1, 2, 2))
                        .on(f(1, 4, 3, 2), f(4, 1, 2, 3)),
                three("F.conv_transpose1d(a, b, c, 2)", (x, w, b) -> transposed(x, w, b, 2, 0, 0, 1, 1))
                        .on(f(2, 2, 4), f(2, 3, 3), f(3)),
                two("F.conv_transpose3d(a, b)", (x, w) -> transposed(x, w, null, 1, 0, 0, 1, 1))
                        .on(f(1, 2, 2, 2, 3), f(2, 2, 1, 2, 2)),
                one("F.avg_pool2d(a, 2)", x -> average(x, 2, 2, 0, false, true, null))
                        .on(f(2, 2, 4, 5))
                        .empty(f(0, 2, 4, 4))
                        .refuses(
                                "avgPool2d: a window of 2 places (dilation 1, padding 0) does not fit into an axis of"
                                        + " size 1",
                                f(1, 1, 2, 1)),
                one("F.avg_pool2d(a, 3, 2, 1, True, False)", x -> average(x, 3, 2, 1, true, false, null))
                        .on(f(1, 2, 4, 5)),
                one("F.avg_pool2d(a, 3, 2, 1, True)", x -> average(x, 3, 2, 1, true, true, null))
                        .on(f(1, 2, 4, 4)),
                one("F.avg_pool2d(a, 2, divisor_override=3)", x -> average(x, 2, 2, 0, false, true, 3))
                        .on(f(1, 2, 4, 4)),
                one("F.avg_pool1d(a, 2)", x -> average(x, 2, 2, 0, false, true, null))
                        .on(f(1, 2, 5)),
                one("F.avg_pool3d(a, 2, 1)", x -> average(x, 2, 1, 0, false, true, null))
                        .on(f(1, 1, 2, 3, 3)),
                one("F.adaptive_avg_pool2d(a, (2, 3))", x -> AveragePoolings.adaptive(x, new int[] {2, 3}))
                        .on(f(2, 2, 5, 4))
                        .empty(f(0, 2, 4, 4)),
                one("F.adaptive_avg_pool2d(a, 1)", x -> AveragePoolings.adaptive(x, new int[] {1, 1}))
                        .on(f(2, 2, 3, 4)),
                one("F.adaptive_avg_pool1d(a, 3)", x -> AveragePoolings.adaptive(x, new int[] {3}))
                        .on(f(1, 2, 5)),
                one("F.adaptive_avg_pool3d(a, (1, 2, 3))", x -> AveragePoolings.adaptive(x, new int[] {1, 2, 3}))
                        .on(f(1, 2, 2, 3, 4)),
                one("F.adaptive_max_pool2d(a, (2, 3))", x -> adaptiveMax(x, 2, 3))
                        .on(f(2, 2, 5, 4))
                        .empty(f(0, 2, 4, 4)),
                one("F.adaptive_max_pool1d(a, 3)", x -> adaptiveMax(x, 3)).on(f(1, 2, 5)),
                one("F.adaptive_max_pool3d(a, (1, 2, 3))", x -> adaptiveMax(x, 1, 2, 3))
                        .on(f(1, 2, 2, 3, 4)),
                one(
                                "F.max_unpool2d(a, torch.tensor([[[[0, 5], [6, 15]]]]).expand(a.shape), 2)",
                                x -> RegionPoolings.unpool(x, places(x, 0, 5, 6, 15), new int[] {4, 4}))
                        .on(f(1, 1, 2, 2))
                        .on(f(2, 2, 2, 2)),
                three(
                                "F.batch_norm(a, None, None, b, c, True)",
                                (x, w, b) -> Normalizations.batch(x, w, b, 1e-5).y())
                        .on(f(3, 2, 2, 2), f(2), f(2)),
                three(
                                "F.batch_norm(a, None, None, b, c, True)",
                                (x, w, b) -> Normalizations.batch(x, w, b, 1e-5).y())
                        .on(f(4, 3), f(3), f(3))
                        .refuses(
                                "batchNorm: the input [4, 3] takes torch.float64 [3] for its channels",
                                f(4, 3),
                                f(2),
                                f(3))
                        .refuses("batchNorm: the input needs at least 2 dimensions, got [3]", f(3), f(3), f(3)),
                one(
                                "F.batch_norm(a, None, None, None, None, True)",
                                x -> Normalizations.batch(x, null, null, 1e-5).y())
                        .on(f(3, 2, 4)),
                three(
                                "F.batch_norm(a, torch.tensor([0.5, -1]).double(), torch.tensor([1, 2.]).double(), b,"
                                        + " c)",
                                ImageRows::normalized)
                        .on(f(2, 2, 3), f(2), f(2)),
                one(
                                "F.max_pool1d(a.view(1, 1, 4), 2, 1)[0]",
                                x -> pool(x.view(1, 1, 4), 2, 1, 0, 1, false).get(0))
                        .on(of(1, 3, 3, 2))
                        .kink());
    }

    private static Tensor transposed(
            Tensor x,
            Tensor w,
            @org.jspecify.annotations.Nullable Tensor b,
            int stride,
            int padding,
            int more,
            int dilation,
            int groups) {
        int n = x.dim() - 2;
        return Convolutions.transposed(
                x, w, b, all(n, stride), all(n, padding), all(n, more), all(n, dilation), groups);
    }

    private static Tensor average(
            Tensor x,
            int kernel,
            int stride,
            int padding,
            boolean ceil,
            boolean counted,
            @org.jspecify.annotations.Nullable Integer divisor) {
        int n = x.dim() - 2;
        return AveragePoolings.average(x, all(n, kernel), all(n, stride), all(n, padding), ceil, counted, divisor);
    }

    private static Tensor adaptiveMax(Tensor x, int... sizes) {
        return RegionPoolings.adaptiveMax(x, sizes).values();
    }

    private static Tensor places(Tensor x, long... places) {
        return Tensors.tensor(places).reshape(1, 1, 2, 2).expand(x.shape());
    }

    private static Tensor normalized(Tensor x, Tensor w, Tensor b) {
        Tensor mean = Tensors.tensor(0.5, -1).to(x.dtype()),
                variance = Tensors.tensor(1.0, 2.0).to(x.dtype());
        return Normalizations.fixed(x, mean, variance, w, b, 1e-5);
    }

    private static Tensor conv(
            Tensor x,
            Tensor w,
            @org.jspecify.annotations.Nullable Tensor b,
            int stride,
            int padding,
            int dilation,
            int groups) {
        int n = x.dim() - 2;
        return Convolutions.convolution(x, w, b, all(n, stride), all(n, padding), all(n, dilation), groups);
    }

    private static Tensor pool(Tensor x, int kernel, int stride, int padding, int dilation, boolean ceil) {
        int n = x.dim() - 2;
        return Poolings.max(x, all(n, kernel), all(n, stride), all(n, padding), all(n, dilation), ceil)
                .values();
    }

    private static int[] all(int n, int value) {
        var entries = new int[n];
        java.util.Arrays.fill(entries, value);
        return entries;
    }
}
