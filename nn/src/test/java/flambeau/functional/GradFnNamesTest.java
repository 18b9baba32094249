package flambeau.functional;

import static flambeau.args.Args.beta;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.labelSmoothing;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.p;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.scaleFactor;
import static flambeau.args.Args.stride;
import static flambeau.args.Args.training;
import static flambeau.args.Args.weight;
import static flambeau.args.Reduction.BATCHMEAN;
import static flambeau.args.Reduction.NONE;
import static flambeau.args.Reduction.SUM;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.args.InterpolateMode;
import flambeau.args.PaddingMode;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Results print the name of PyTorch's operation, which tools/record_grad_fns.py has recorded. */
class GradFnNamesTest {
    private final Tensor x = r(4, 3), t = rand(4, 3), one = ones(4, 3), classes = tensor(new long[] {0, 1, 2, 1});
    private final Tensor image = r(2, 4, 6, 6), line = r(2, 4, 6), volume = r(2, 4, 4, 4, 4);
    private final Tensor labels = tensor(new long[][] {{1, 2}, {2, 3}}), words = tensor(new long[][] {{0, 1}, {2, 1}});
    private final Tensor pixels = zeros(2, 2, 2).toLong(), none = zeros(4, 3).toLong();
    private final int[] times = {5, 5}, counts = {2, 2};

    private static Tensor r(int... sizes) {
        return rand(sizes).requiresGrad_();
    }

    private Map<String, Supplier<Tensor>> losses() {
        return Map.ofEntries(
                entry("mseLoss", () -> F.mseLoss(x, t)),
                entry("mseLoss none", () -> F.mseLoss(x, t, reduction(NONE))),
                entry("mseLoss weight", () -> F.mseLoss(x, t, weight(one))),
                entry("l1Loss", () -> F.l1Loss(x, t)),
                entry("l1Loss none", () -> F.l1Loss(x, t, reduction(NONE))),
                entry("smoothL1Loss", () -> F.smoothL1Loss(x, t)),
                entry("smoothL1Loss beta 0", () -> F.smoothL1Loss(x, t, beta(0))),
                entry("smoothL1Loss none", () -> F.smoothL1Loss(x, t, reduction(NONE))),
                entry("huberLoss", () -> F.huberLoss(x, t)),
                entry("nllLoss", () -> F.nllLoss(x, classes)),
                entry("nllLoss none", () -> F.nllLoss(x, classes, reduction(NONE))),
                entry("nllLoss of images", () -> F.nllLoss(r(2, 3, 2, 2), pixels)),
                entry("crossEntropy", () -> F.crossEntropy(x, classes)),
                entry("crossEntropy sum", () -> F.crossEntropy(x, classes, reduction(SUM))),
                entry("crossEntropy weight", () -> F.crossEntropy(x, classes, weight(ones(3)))),
                entry("crossEntropy ignoreIndex", () -> F.crossEntropy(x, classes, ignoreIndex(1))),
                entry("crossEntropy smoothing", () -> F.crossEntropy(x, classes, labelSmoothing(0.1))),
                entry("crossEntropy of images", () -> F.crossEntropy(r(2, 3, 2, 2), pixels)),
                entry("crossEntropy probabilities", () -> F.crossEntropy(x, t)),
                entry("crossEntropy probabilities none", () -> F.crossEntropy(x, t, reduction(NONE))),
                entry("binaryCrossEntropy", () -> F.binaryCrossEntropy(x, t)),
                entry("binaryCrossEntropy none", () -> F.binaryCrossEntropy(x, t, reduction(NONE))),
                entry("binaryCrossEntropyWithLogits", () -> F.binaryCrossEntropyWithLogits(x, t)),
                entry("binaryCrossEntropyWithLogits sum", () -> F.binaryCrossEntropyWithLogits(x, t, reduction(SUM))),
                entry("klDiv", () -> F.klDiv(x, t)),
                entry("klDiv batchmean", () -> F.klDiv(x, t, reduction(BATCHMEAN))),
                entry("klDiv none", () -> F.klDiv(x, t, reduction(NONE))),
                entry("softMarginLoss", () -> F.softMarginLoss(x, one)),
                entry("multiMarginLoss", () -> F.multiMarginLoss(x, classes)),
                entry("multilabelMarginLoss", () -> F.multilabelMarginLoss(x, none)),
                entry("multilabelSoftMarginLoss", () -> F.multilabelSoftMarginLoss(x, t)),
                entry("multilabelSoftMarginLoss none", () -> F.multilabelSoftMarginLoss(x, t, reduction(NONE))),
                entry("hingeEmbeddingLoss", () -> F.hingeEmbeddingLoss(x, one)),
                entry("hingeEmbeddingLoss none", () -> F.hingeEmbeddingLoss(x, one, reduction(NONE))),
                entry("marginRankingLoss none", () -> F.marginRankingLoss(x, t, one, reduction(NONE))),
                entry("cosineEmbeddingLoss none", () -> F.cosineEmbeddingLoss(x, t, ones(4), reduction(NONE))),
                entry("tripletMarginLoss", () -> F.tripletMarginLoss(x, t, one)),
                entry("tripletMarginLoss none", () -> F.tripletMarginLoss(x, t, one, reduction(NONE))),
                entry("poissonNllLoss", () -> F.poissonNllLoss(x, t)),
                entry("poissonNllLoss none", () -> F.poissonNllLoss(x, t, reduction(NONE))),
                entry("gaussianNllLoss none", () -> F.gaussianNllLoss(x, t, one, reduction(NONE))),
                entry("ctcLoss", () -> F.ctcLoss(logP(), labels, times, counts)),
                entry("ctcLoss none", () -> F.ctcLoss(logP(), labels, times, counts, reduction(NONE))));
    }

    private static Tensor logP() {
        return r(5, 2, 4).logSoftmax(2);
    }

    private Map<String, Supplier<Tensor>> layers() {
        return Map.ofEntries(
                entry("linear", () -> F.linear(x, r(5, 3), r(5))),
                entry("linear without bias", () -> F.linear(x, r(5, 3))),
                entry("linear 3d", () -> F.linear(r(2, 4, 3), r(5, 3), r(5))),
                entry("linear 1d", () -> F.linear(r(3), r(5, 3), r(5))),
                entry("bilinear", () -> F.bilinear(x, x, r(5, 3, 3), r(5))),
                entry("conv1d", () -> F.conv1d(line, r(5, 4, 3))),
                entry("conv2d", () -> F.conv2d(image, r(5, 4, 3, 3), r(5))),
                entry("conv3d", () -> F.conv3d(volume, r(5, 4, 3, 3, 3))),
                entry("convTranspose2d", () -> F.convTranspose2d(image, r(4, 5, 3, 3))),
                entry("batchNorm", () -> F.batchNorm(image, zeros(4), ones(4), r(4), r(4), training(true))),
                entry("batchNorm eval", () -> F.batchNorm(image, zeros(4), ones(4))),
                entry("layerNorm", () -> F.layerNorm(x, new int[] {3}, r(3), r(3))),
                entry("groupNorm", () -> F.groupNorm(image, 2, r(4), r(4))),
                entry("instanceNorm", () -> F.instanceNorm(image)),
                entry("localResponseNorm", () -> F.localResponseNorm(image, 2)),
                entry("normalize", () -> F.normalize(x)),
                entry("dropout", () -> F.dropout(x, p(0.5))),
                entry("dropout eval", () -> F.dropout(x.mul(2), p(0.5), training(false))),
                entry("dropout2d", () -> F.dropout2d(image, p(0.5))),
                entry("alphaDropout", () -> F.alphaDropout(x, p(0.5), training(true))),
                entry("embedding", () -> F.embedding(words, x)),
                entry("embeddingBag", () -> F.embeddingBag(words, x)),
                entry("maxPool1d", () -> F.maxPool1d(line, 2)),
                entry("maxPool2d", () -> F.maxPool2d(image, 2)),
                entry("maxPool3d", () -> F.maxPool3d(volume, 2)),
                entry("avgPool1d", () -> F.avgPool1d(line, 2)),
                entry("avgPool2d", () -> F.avgPool2d(image, 2)),
                entry("avgPool3d", () -> F.avgPool3d(volume, 2)),
                entry("adaptiveAvgPool2d", () -> F.adaptiveAvgPool2d(image, 2)),
                entry("adaptiveAvgPool2d 1", () -> F.adaptiveAvgPool2d(image, 1)),
                entry("adaptiveMaxPool2d", () -> F.adaptiveMaxPool2d(image, 2)),
                entry("lpPool2d", () -> F.lpPool2d(image, 2, 2)),
                entry("pad", () -> F.pad(image, new int[] {1, 1})),
                entry("pad reflect", () -> pad(PaddingMode.REFLECT)),
                entry("pad replicate", () -> pad(PaddingMode.REPLICATE)),
                entry("interpolate", () -> F.interpolate(image, scaleFactor(2))),
                entry("interpolate bilinear", () -> enlarged(InterpolateMode.BILINEAR)),
                entry("interpolate bicubic", () -> enlarged(InterpolateMode.BICUBIC)),
                entry("gridSample", () -> F.gridSample(image, zeros(2, 3, 3, 2))),
                entry("affineGrid", () -> F.affineGrid(r(2, 2, 3), shape(2, 1, 3, 3))),
                entry("pixelShuffle", () -> F.pixelShuffle(image, 2)),
                entry("unfold", () -> F.unfold(image, 2)),
                entry("fold", () -> F.fold(r(2, 16, 9), 6, 2, stride(2))),
                entry("cosineSimilarity", () -> F.cosineSimilarity(x, t)),
                entry("pairwiseDistance", () -> F.pairwiseDistance(x, t)),
                entry("pdist", () -> F.pdist(x)));
    }

    private Tensor pad(PaddingMode mode) {
        return F.pad(image, new int[] {1, 1, 1, 1}, mode(mode));
    }

    private Tensor enlarged(InterpolateMode mode) {
        return F.interpolate(image, scaleFactor(2), mode(mode));
    }

    private Map<String, Supplier<Tensor>> activations() {
        return Map.ofEntries(
                entry("relu", () -> F.relu(x)),
                entry("relu6", () -> F.relu6(x)),
                entry("leakyRelu", () -> F.leakyRelu(x)),
                entry("prelu", () -> F.prelu(x, r(1))),
                entry("elu", () -> F.elu(x)),
                entry("selu", () -> F.selu(x)),
                entry("celu", () -> F.celu(x)),
                entry("gelu", () -> F.gelu(x)),
                entry("silu", () -> F.silu(x)),
                entry("mish", () -> F.mish(x)),
                entry("softplus", () -> F.softplus(x)),
                entry("softsign", () -> F.softsign(x)),
                entry("tanhshrink", () -> F.tanhshrink(x)),
                entry("hardtanh", () -> F.hardtanh(x)),
                entry("hardsigmoid", () -> F.hardsigmoid(x)),
                entry("hardswish", () -> F.hardswish(x)),
                entry("hardshrink", () -> F.hardshrink(x)),
                entry("softshrink", () -> F.softshrink(x)),
                entry("threshold", () -> F.threshold(x, 0.1, 1)),
                entry("glu", () -> F.glu(image, dim(1))),
                entry("logsigmoid", () -> F.logsigmoid(x)),
                entry("softmax", () -> F.softmax(x, 1)),
                entry("logSoftmax", () -> F.logSoftmax(x, 1)),
                entry("softmin", () -> F.softmin(x, 1)),
                entry("gumbelSoftmax", () -> F.gumbelSoftmax(x)));
    }

    @TestFactory
    Stream<DynamicTest> resultsHavePyTorchsGradFn() throws IOException {
        try (var in = Objects.requireNonNull(GradFnNamesTest.class.getResourceAsStream("grad_fns.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var calls = new HashMap<>(losses());
            calls.putAll(layers());
            calls.putAll(activations());
            assertEquals(lines.size(), calls.size());
            return lines.stream()
                    .map(line -> line.split("; "))
                    .map(words -> DynamicTest.dynamicTest(words[0], () -> {
                        var y = Objects.requireNonNull(calls.get(words[0]), words[0])
                                .get();
                        assertEquals(
                                words[1], Objects.requireNonNull(y.gradFn()).name());
                    }));
        }
    }
}
