package flambeau.nn;

import static flambeau.args.Args.addBiasKv;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bidirectional;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.dimFeedforward;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.numLayers;
import static flambeau.args.Args.numParameters;
import static flambeau.args.Args.outputPadding;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.paddingMode;
import static flambeau.args.Args.projSize;
import static flambeau.args.Args.scaleFactor;
import static flambeau.args.Args.stride;
import static flambeau.tensor.Autograd.gradcheck;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.args.InterpolateMode;
import flambeau.args.PaddingMode;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of layers with respect to their input and parameters, in float64, against finite differences. */
class LayerGradientsTest {
    private static final int[] SEQUENCE = {2, 3, 4};
    private static final int[] LINE = {2, 4, 7};
    private static final int[] IMAGE = {2, 4, 5, 6};
    private static final int[] VOLUME = {1, 2, 4, 4, 5};

    static Stream<Arguments> layers() {
        manualSeed(3);
        return Stream.of(
                of(new Linear(4, 3), SEQUENCE),
                of(new Conv1d(4, 6, 3, padding(1), dilation(2)), LINE),
                of(new Conv2d(4, 6, 3, stride(2), groups(2)), IMAGE),
                of(new Conv2d(4, 2, 3, padding(1), paddingMode(PaddingMode.CIRCULAR)), IMAGE),
                of(new Conv3d(2, 2, 2), VOLUME),
                of(new ConvTranspose1d(4, 2, 3, stride(2)), LINE),
                of(new ConvTranspose2d(4, 2, 3, stride(2), padding(1), outputPadding(1)), IMAGE),
                of(new ConvTranspose3d(2, 2, 2), VOLUME),
                of(new BatchNorm1d(4), LINE),
                of(new BatchNorm2d(4), IMAGE),
                of(new BatchNorm3d(2), VOLUME),
                of(new InstanceNorm1d(4, flambeau.args.Args.affine(true)), LINE),
                of(new InstanceNorm2d(4), IMAGE),
                of(new InstanceNorm3d(2), VOLUME),
                of(new GroupNorm(2, 4), IMAGE),
                of(new LayerNorm(4), SEQUENCE),
                of(new RMSNorm(4), SEQUENCE),
                of(new LocalResponseNorm(2), IMAGE),
                of(new AvgPool1d(2), LINE),
                of(new AvgPool2d(3, stride(2), padding(1)), IMAGE),
                of(new AvgPool3d(2), VOLUME),
                of(new MaxPool1d(2), LINE),
                of(new MaxPool2d(2), IMAGE),
                of(new MaxPool3d(2), VOLUME),
                of(new LPPool1d(2, 2), LINE),
                of(new LPPool2d(2, 2), IMAGE),
                of(new AdaptiveAvgPool1d(3), LINE),
                of(new AdaptiveAvgPool2d(3), IMAGE),
                of(new AdaptiveAvgPool3d(2), VOLUME),
                of(new AdaptiveMaxPool1d(3), LINE),
                of(new AdaptiveMaxPool2d(3), IMAGE),
                of(new ReflectionPad2d(1), IMAGE),
                of(new ReplicationPad2d(1), IMAGE),
                of(new CircularPad2d(1), IMAGE),
                of(new ConstantPad1d(2, 0.5), LINE),
                of(new ZeroPad2d(1), IMAGE),
                of(new PReLU(numParameters(4)), IMAGE),
                of(new GLU(), SEQUENCE),
                of(new GELU(), SEQUENCE),
                of(new Mish(), SEQUENCE),
                of(new Softmax(1), SEQUENCE),
                of(new LogSoftmax(1), SEQUENCE),
                of(new Softmin(1), SEQUENCE),
                of(new Upsample(scaleFactor(2), mode(InterpolateMode.BILINEAR)), IMAGE),
                of(new PixelShuffle(2), IMAGE),
                of(new ChannelShuffle(2), IMAGE),
                of(new Unfold(kernel(2)), IMAGE),
                of(new Flatten(), IMAGE),
                of(
                        "RNN",
                        new RNN(4, 3, bidirectional(true)),
                        SEQUENCE,
                        (m, x) -> m.apply(x).output()),
                of(
                        "LSTM",
                        new LSTM(4, 5, numLayers(2), projSize(3)),
                        SEQUENCE,
                        (m, x) -> m.apply(x).output()),
                of(
                        "GRU",
                        new GRU(4, 3, batchFirst(true)),
                        SEQUENCE,
                        (m, x) -> m.apply(x).output()),
                of(
                        "Bilinear",
                        new Bilinear(4, 4, 3),
                        SEQUENCE,
                        (m, x) -> m.apply(x, x.mul(0.5).add(1))),
                of(
                        "MultiheadAttention",
                        new MultiheadAttention(4, 2, addBiasKv(true)),
                        SEQUENCE,
                        (m, x) -> m.apply(x, x, x).attnOutput()),
                of(new TransformerEncoderLayer(4, 2, dimFeedforward(6), dropout(0)), SEQUENCE),
                of(
                        "TransformerDecoderLayer",
                        new TransformerDecoderLayer(4, 2, dimFeedforward(6), dropout(0)),
                        SEQUENCE,
                        (m, x) -> m.apply(x, x.mul(0.3))),
                of(
                        "Embedding",
                        new Embedding(6, 3),
                        SEQUENCE,
                        (m, x) -> m.apply(tensor(1, 4, 1, 0)).mul(x.sum())),
                of(
                        "EmbeddingBag",
                        new EmbeddingBag(6, 3),
                        SEQUENCE,
                        (m, x) -> m.apply(tensor(new long[][] {{1, 4}, {1, 0}})).mul(x.sum())),
                of(
                        "CosineSimilarity",
                        new CosineSimilarity(),
                        SEQUENCE,
                        (m, x) -> m.apply(x, x.square().add(0.3))));
    }

    private interface Call<M> {
        Tensor of(M module, Tensor x);
    }

    private static Arguments of(Layer layer, int[] shape) {
        return of(layer.getClass().getSimpleName(), layer, shape, Layer::apply);
    }

    private static <M extends Module> Arguments of(String name, M module, int[] shape, Call<M> call) {
        module.to(DType.FLOAT64);
        UnaryOperator<Tensor> f = x -> call.of(module, x);
        return arguments(name, module, f, randn(shape).to(DType.FLOAT64));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("layers")
    void agreeWithDifferences(String name, Module module, UnaryOperator<Tensor> f, Tensor x) {
        var inputs = new ArrayList<Tensor>(List.of(x.requiresGrad_()));
        inputs.addAll(module.parameters());
        // the parameters are changed in place by the check, so that the call sees what it is given
        assertTrue(gradcheck(all -> List.of(f.apply(all.getFirst())), inputs), name);
    }

    @Test
    void aLostGradientOfAParameterIsFound() {
        var layer = new Linear(3, 2);
        layer.to(DType.FLOAT64);
        var inputs = List.of(randn(2, 3).to(DType.FLOAT64).requiresGrad_(), layer.weight);
        assertThrows(
                IllegalStateException.class,
                () -> gradcheck(
                        all -> List.of(
                                all.getFirst().matmul(layer.weight.detach().t())),
                        inputs));
    }
}
