package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.alpha;
import static flambeau.args.Args.batchChunkSize;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.divisorOverride;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.ignoreIndex;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.maxNorm;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.named;
import static flambeau.args.Args.normType;
import static flambeau.args.Args.options;
import static flambeau.args.Args.outFeatures;
import static flambeau.args.Args.outputPadding;
import static flambeau.args.Args.outputRatio;
import static flambeau.args.Args.outputSize;
import static flambeau.args.Args.p;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.paddingIdx;
import static flambeau.args.Args.paddingMode;
import static flambeau.args.Args.scaleFactor;
import static flambeau.args.Args.scaleGradByFreq;
import static flambeau.args.Args.size;
import static flambeau.args.Args.sparse;
import static flambeau.args.Args.stride;
import static flambeau.args.AutoPadding.SAME;
import static flambeau.args.PaddingMode.REFLECT;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.args.InterpolateMode;
import flambeau.args.LinearCrossEntropyOptions;
import flambeau.tensor.Tensor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected texts: PyTorch 2.13. */
class PrintingTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(new ReLU6(inplace(true)), "ReLU6(inplace=True)"),
                Arguments.of(new Hardtanh(), "Hardtanh(min_val=-1.0, max_val=1.0)"),
                Arguments.of(new LeakyReLU(inplace(true)), "LeakyReLU(negative_slope=0.01, inplace=True)"),
                Arguments.of(new ELU(), "ELU(alpha=1.0)"),
                Arguments.of(new CELU(alpha(2.0)), "CELU(alpha=2.0)"),
                Arguments.of(new SELU(), "SELU()"),
                Arguments.of(new GELU(), "GELU(approximate='none')"),
                Arguments.of(new SiLU(), "SiLU()"),
                Arguments.of(new Mish(), "Mish()"),
                Arguments.of(new Softplus(), "Softplus(beta=1.0, threshold=20.0)"),
                Arguments.of(new LogSigmoid(), "LogSigmoid()"),
                Arguments.of(new Hardsigmoid(inplace(true)), "Hardsigmoid()"),
                Arguments.of(new Hardswish(), "Hardswish()"),
                Arguments.of(new Hardshrink(), "Hardshrink(0.5)"),
                Arguments.of(new Softshrink(), "Softshrink(0.5)"),
                Arguments.of(new Softsign(), "Softsign()"),
                Arguments.of(new Tanhshrink(), "Tanhshrink()"),
                Arguments.of(new PReLU(), "PReLU(num_parameters=1)"),
                Arguments.of(new RReLU(), "RReLU(lower=0.125, upper=0.3333333333333333)"),
                Arguments.of(new Threshold(1, 2.5), "Threshold(threshold=1.0, value=2.5)"),
                Arguments.of(new GLU(), "GLU(dim=-1)"),
                Arguments.of(new Softmin(1), "Softmin(dim=1)"),
                Arguments.of(new Softmax2d(), "Softmax2d()"),
                Arguments.of(new GroupNorm(2, 4), "GroupNorm(2, 4, eps=1e-05, affine=True, bias=True)"),
                Arguments.of(
                        new InstanceNorm2d(3),
                        "InstanceNorm2d(3, eps=1e-05, momentum=0.1, affine=False, bias=False,"
                                + " track_running_stats=False)"),
                Arguments.of(new RMSNorm(new int[] {2, 3}), "RMSNorm((2, 3), eps=None, elementwise_affine=True)"),
                Arguments.of(new LocalResponseNorm(2, alpha(1)), "LocalResponseNorm(2, alpha=1, beta=0.75, k=1.0)"),
                Arguments.of(new CrossMapLRN2d(3), "CrossMapLRN2d(3, alpha=0.0001, beta=0.75, k=1)"),
                Arguments.of(
                        new Embedding(
                                6, 4, paddingIdx(-1), maxNorm(1), normType(1), scaleGradByFreq(true), sparse(true)),
                        "Embedding(6, 4, padding_idx=5, max_norm=1, norm_type=1, scale_grad_by_freq=True,"
                                + " sparse=True)"),
                Arguments.of(new EmbeddingBag(6, 4), "EmbeddingBag(6, 4, mode='mean')"),
                Arguments.of(
                        new Bilinear(2, 3, 4), "Bilinear(in1_features=2, in2_features=3, out_features=4, bias=True)"),
                Arguments.of(new Dropout1d(), "Dropout1d(p=0.5, inplace=False)"),
                Arguments.of(new AlphaDropout(p(0.2), inplace(true)), "AlphaDropout(p=0.2, inplace=True)"),
                Arguments.of(new ConstantPad1d(1, 3), "ConstantPad1d(padding=(1, 1), value=3)"),
                Arguments.of(
                        new ConstantPad2d(new int[] {1, 2, 3, 4}, 3.5),
                        "ConstantPad2d(padding=(1, 2, 3, 4), value=3.5)"),
                Arguments.of(new ReplicationPad3d(1), "ReplicationPad3d((1, 1, 1, 1, 1, 1))"),
                Arguments.of(new Linear(3, 4), "Linear(in_features=3, out_features=4, bias=True)"),
                Arguments.of(new Linear(3, 4, bias(false)), "Linear(in_features=3, out_features=4, bias=False)"),
                Arguments.of(
                        new Conv2d(1, 1, 3, stride(1), padding(0), bias(false)),
                        "Conv2d(1, 1, kernel_size=(3, 3), stride=(1, 1), bias=False)"),
                Arguments.of(
                        new Conv2d(1, 2, 3, stride(2), padding(2), dilation(2), paddingMode(REFLECT)),
                        "Conv2d(1, 2, kernel_size=(3, 3), stride=(2, 2), padding=(2, 2), dilation=(2, 2), "
                                + "padding_mode=reflect)"),
                Arguments.of(
                        new Conv2d(1, 1, 3, padding(SAME)),
                        "Conv2d(1, 1, kernel_size=(3, 3), stride=(1, 1), padding=same)"),
                Arguments.of(
                        new Conv1d(4, 4, 3, groups(2), dilation(2), padding(1), paddingMode(REFLECT)),
                        "Conv1d(4, 4, kernel_size=(3,), stride=(1,), padding=(1,), dilation=(2,), groups=2, "
                                + "padding_mode=reflect)"),
                Arguments.of(
                        new MaxPool2d(3, ceilMode(true)),
                        "MaxPool2d(kernel_size=3, stride=3, padding=0, dilation=1, ceil_mode=True)"),
                Arguments.of(
                        new MaxPool2d(kernel(3, 2)),
                        "MaxPool2d(kernel_size=(3, 2), stride=(3, 2), padding=0, dilation=1, ceil_mode=False)"),
                Arguments.of(new AvgPool1d(2, stride(1)), "AvgPool1d(kernel_size=(2,), stride=(1,), padding=(0,))"),
                Arguments.of(new AvgPool2d(2), "AvgPool2d(kernel_size=2, stride=2, padding=0)"),
                Arguments.of(
                        new AvgPool2d(kernel(2, 3), stride(1, 1), divisorOverride(3)),
                        "AvgPool2d(kernel_size=(2, 3), stride=(1, 1), padding=0)"),
                Arguments.of(
                        new AvgPool3d(kernel(1, 2, 3), padding(0, 1, 1)),
                        "AvgPool3d(kernel_size=(1, 2, 3), stride=(1, 2, 3), padding=(0, 1, 1))"),
                Arguments.of(new AdaptiveAvgPool1d(5), "AdaptiveAvgPool1d(output_size=5)"),
                Arguments.of(new AdaptiveAvgPool2d(outputSize(5, null)), "AdaptiveAvgPool2d(output_size=(5, None))"),
                Arguments.of(
                        new AdaptiveAvgPool3d(outputSize(null, 2, 3)), "AdaptiveAvgPool3d(output_size=(None, 2, 3))"),
                Arguments.of(new AdaptiveMaxPool1d(2), "AdaptiveMaxPool1d(output_size=2)"),
                Arguments.of(new AdaptiveMaxPool2d(1), "AdaptiveMaxPool2d(output_size=1)"),
                Arguments.of(
                        new AdaptiveMaxPool3d(outputSize(1, null, 2)), "AdaptiveMaxPool3d(output_size=(1, None, 2))"),
                Arguments.of(new LPPool1d(2, 3), "LPPool1d(norm_type=2, kernel_size=3, stride=None, ceil_mode=False)"),
                Arguments.of(
                        new LPPool2d(1.5, kernel(2, 3), stride(2)),
                        "LPPool2d(norm_type=1.5, kernel_size=(2, 3), stride=2, ceil_mode=False)"),
                Arguments.of(
                        new LPPool3d(2.0, 2, ceilMode(true)),
                        "LPPool3d(norm_type=2.0, kernel_size=2, stride=None, ceil_mode=True)"),
                Arguments.of(new FractionalMaxPool2d(2, outputSize(3)), "FractionalMaxPool2d()"),
                Arguments.of(new FractionalMaxPool3d(2, outputRatio(0.5)), "FractionalMaxPool3d()"),
                Arguments.of(new MaxUnpool1d(2), "MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))"),
                Arguments.of(
                        new MaxUnpool2d(2, stride(1)),
                        "MaxUnpool2d(kernel_size=(2, 2), stride=(1, 1), padding=(0, 0))"),
                Arguments.of(
                        new MaxUnpool3d(kernel(1, 2, 3), padding(1)),
                        "MaxUnpool3d(kernel_size=(1, 2, 3), stride=(1, 2, 3), padding=(1, 1, 1))"),
                Arguments.of(
                        new ConvTranspose1d(2, 3, 3, stride(2), outputPadding(1)),
                        "ConvTranspose1d(2, 3, kernel_size=(3,), stride=(2,), output_padding=(1,))"),
                Arguments.of(
                        new ConvTranspose2d(
                                4, 4, kernel(3, 2), padding(1), dilation(2), groups(2), bias(false), outputPadding(1)),
                        "ConvTranspose2d(4, 4, kernel_size=(3, 2), stride=(1, 1), padding=(1, 1),"
                                + " dilation=(2, 2), output_padding=(1, 1), groups=2, bias=False)"),
                Arguments.of(
                        new ConvTranspose3d(1, 2, 3), "ConvTranspose3d(1, 2, kernel_size=(3, 3, 3), stride=(1, 1, 1))"),
                Arguments.of(
                        new LazyConvTranspose2d(3, 2, padding(1)),
                        "LazyConvTranspose2d(0, 3, kernel_size=(2, 2), stride=(1, 1), padding=(1, 1))"),
                Arguments.of(
                        new BatchNorm1d(512),
                        "BatchNorm1d(512, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"),
                Arguments.of(
                        new BatchNorm2d(3, eps(1), affine(false), momentum(null)),
                        "BatchNorm2d(3, eps=1.0, momentum=None, affine=False, bias=False, track_running_stats=True)"),
                Arguments.of(new Dropout(), "Dropout(p=0.5, inplace=False)"),
                Arguments.of(new Dropout(p(0.2), inplace(true)), "Dropout(p=0.2, inplace=True)"),
                Arguments.of(new ReLU(), "ReLU()"),
                Arguments.of(new ReLU(inplace(true)), "ReLU(inplace=True)"),
                Arguments.of(new Softmax(1), "Softmax(dim=1)"),
                Arguments.of(new LogSoftmax(-1), "LogSoftmax(dim=-1)"),
                Arguments.of(new Flatten(), "Flatten(start_dim=1, end_dim=-1)"),
                Arguments.of(
                        new Upsample(scaleFactor(2), mode(InterpolateMode.BILINEAR)),
                        "Upsample(scale_factor=2.0, mode='bilinear')"),
                Arguments.of(
                        new Upsample(scaleFactor(2, 1.5), mode(InterpolateMode.NEAREST_EXACT)),
                        "Upsample(scale_factor=(2.0, 1.5), mode='nearest-exact')"),
                Arguments.of(new Upsample(size(3, 4)), "Upsample(size=(3, 4), mode='nearest')"),
                Arguments.of(new UpsamplingNearest2d(size(7)), "UpsamplingNearest2d(size=7, mode='nearest')"),
                Arguments.of(
                        new UpsamplingBilinear2d(scaleFactor(2)),
                        "UpsamplingBilinear2d(scale_factor=2.0, mode='bilinear')"),
                Arguments.of(
                        new Fold(new int[] {4, 5}, kernel(2), padding(1)),
                        "Fold(output_size=(4, 5), kernel_size=2, dilation=1, padding=1, stride=1)"),
                Arguments.of(
                        new Unfold(2, stride(1, 2)), "Unfold(kernel_size=2, dilation=1, padding=0, stride=(1, 2))"),
                Arguments.of(new PixelShuffle(2), "PixelShuffle(upscale_factor=2)"),
                Arguments.of(new PixelUnshuffle(3), "PixelUnshuffle(downscale_factor=3)"),
                Arguments.of(new ChannelShuffle(2), "ChannelShuffle(groups=2)"),
                Arguments.of(new CosineSimilarity(), "CosineSimilarity()"),
                Arguments.of(new TripletMarginLoss(), "TripletMarginLoss()"),
                Arguments.of(
                        new TripletMarginWithDistanceLoss(),
                        "TripletMarginWithDistanceLoss(\n  (distance_function): PairwiseDistance()\n)"),
                Arguments.of(
                        new LinearCrossEntropyLoss(
                                3,
                                4,
                                outFeatures(2),
                                ignoreIndex(1),
                                options(new LinearCrossEntropyOptions(batchChunkSize(2)))),
                        """
                        LinearCrossEntropyLoss(
                          in_features=3, num_classes=4, out_features=(2,), bias=False, reduction=mean, ignore_index=1, label_smoothing=0.0, options=LinearCrossEntropyOptions(allow_retain_graph=False, batch_chunk_size=2, chunking_method='auto', acc_policy='auto', acc_dtype=None)
                          (linear): Linear(in_features=3, out_features=8, bias=False)
                        )\
                        """),
                Arguments.of(new AdaptiveLogSoftmaxWithLoss(8, 10, new int[] {3}), """
                    AdaptiveLogSoftmaxWithLoss(
                      (head): Linear(in_features=8, out_features=4, bias=False)
                      (tail): ModuleList(
                        (0): Sequential(
                          (0): Linear(in_features=8, out_features=2, bias=False)
                          (1): Linear(in_features=2, out_features=7, bias=False)
                        )
                      )
                    )\
                    """),
                Arguments.of(new Unflatten(1, 2, 5), "Unflatten(dim=1, unflattened_size=(2, 5))"),
                Arguments.of(new Identity(54), "Identity()"),
                Arguments.of(new CrossEntropyLoss(), "CrossEntropyLoss()"),
                Arguments.of(new Sequential(), "Sequential()"),
                Arguments.of(new ModuleList<>(), "ModuleList()"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aLayerPrintsAsPyTorchsDoes(Module module, String text) {
        assertEquals(text, module.toString());
    }

    @Test
    void childrenAreIndentedAndRepeatsInAListAreShownOnce() {
        assertEquals("""
            Net(
              (conv1): Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1))
              (bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)
              (layers): ModuleList(
                (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
              )
              (head): Sequential(
                (0): Linear(in_features=2, out_features=2, bias=True)
                (1): ReLU(inplace=True)
              )
            )\
            """, new ModuleTest.Net().toString());
    }

    @Test
    void aDictShowsItsNames() {
        var list = new ModuleList<Layer>(new Linear(2, 2), new Linear(2, 2), new ReLU());
        assertEquals("""
            ModuleDict(
              (a): ReLU()
              (b): ModuleList(
                (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
                (2): ReLU()
              )
            )\
            """, new ModuleDict<Module>(named("a", new ReLU()), named("b", list)).toString());
    }

    @Test
    void listsOfParametersShowTheirShapes() {
        assertEquals("""
            ParameterList(
                (0): Parameter containing: [torch.float32 of size 2x3]
                (1): Parameter containing: [torch.float32 of size 4]
            )\
            """, new ParameterList(zeros(2, 3), zeros(4)).toString());
        assertEquals(
                "ParameterDict(  (x): Parameter containing: [torch.FloatTensor of size 2])",
                new ParameterDict(named("x", zeros(2))).toString());
    }

    @Test
    void extraTextStandsBeforeTheChildren() {
        class Extra extends Layer {
            @Nullable
            Linear fc;

            @Override
            protected Tensor forward(Tensor x) {
                return x;
            }

            @Override
            protected String extraRepr() {
                return "x=1\ny=2";
            }
        }
        var extra = new Extra();
        assertEquals("Extra(\n  x=1\n  y=2\n)", extra.toString());
        extra.fc = new Linear(1, 1);
        assertEquals(
                "Extra(\n  x=1\n  y=2\n  (fc): Linear(in_features=1, out_features=1, bias=True)\n)", extra.toString());
    }

    @Test
    void numbersPrintAsPythonsDo() {
        assertEquals("1e-05", Repr.of(1e-5));
        assertEquals("0.0001", Repr.of(1e-4));
        assertEquals("1e+16", Repr.of(1e16));
        assertEquals("1234567890123456.0", Repr.of(1234567890123456.0));
        assertEquals("1.5e-07", Repr.of(1.5e-7));
        assertEquals("0.1", Repr.of(0.1));
        assertEquals("1.0", Repr.of(1));
        assertEquals("-0.0", Repr.of(-0.0));
        assertEquals("inf", Repr.of(Double.POSITIVE_INFINITY));
        assertEquals("nan", Repr.of(Double.NaN));
    }
}
