package flambeau.functional;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bidirectional;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.enforceSorted;
import static flambeau.args.Args.fastMode;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.numLayers;
import static flambeau.args.Args.projSize;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.nn.GRU;
import flambeau.nn.LSTM;
import flambeau.nn.utils.Rnn;
import flambeau.tensor.Autograd;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent networks; the recorded cases hold their values. */
class RecurrentTest {
    private static final int IN = 2, HIDDEN = 2, OUT = 1;
    private static final List<Tensor> WEIGHTS = List.of(zeros(4, 3), zeros(4, 4), zeros(4), zeros(4));

    /** What is differentiated. */
    enum Net {
        TANH(1),
        RELU(1),
        LSTM(4),
        PROJECTED(4),
        GRU(3);

        final int gates;

        Net(int gates) {
            this.gates = gates;
        }

        List<Tensor> run(Object x, Tensor h, Tensor c, List<Tensor> w) {
            var y = switch (this) {
                case TANH ->
                    x instanceof PackedSequence p
                            ? F.rnnTanh(p, h, w, bidirectional(true))
                            : F.rnnTanh((Tensor) x, h, w, bidirectional(true));
                case RELU ->
                    x instanceof PackedSequence p
                            ? F.rnnRelu(p, h, w, bidirectional(true))
                            : F.rnnRelu((Tensor) x, h, w, bidirectional(true));
                case GRU ->
                    x instanceof PackedSequence p
                            ? F.gru(p, h, w, bidirectional(true))
                            : F.gru((Tensor) x, h, w, bidirectional(true));
                case LSTM, PROJECTED ->
                    x instanceof PackedSequence p
                            ? F.lstm(p, new LSTMState(h, c), w, bidirectional(true))
                            : F.lstm((Tensor) x, new LSTMState(h, c), w, bidirectional(true));
            };
            return switch (y) {
                case LSTMOutput<?>(var output, var state) -> List.of(data(output), state.h(), state.c());
                case RecurrentOutput<?>(var output, var last) -> List.of(data(output), last);
                default -> throw new AssertionError(y);
            };
        }

        private static Tensor data(Object output) {
            return output instanceof PackedSequence packed ? packed.data() : (Tensor) output;
        }
    }

    private static Tensor normal(Generator g, int... sizes) {
        return randn(flambeau.array.Shape.of(sizes), dtype(DType.FLOAT64), generator(g))
                .requiresGrad_();
    }

    /** x, h, c and the weights of both directions. */
    private static List<Tensor> inputs(Net net, int... x) {
        var g = new Generator().manualSeed(5);
        int rows = net.gates * HIDDEN, out = net == Net.PROJECTED ? OUT : HIDDEN;
        var all = new ArrayList<Tensor>();
        all.add(normal(g, x));
        all.add(normal(g, 2, 2, out));
        all.add(normal(g, 2, 2, HIDDEN));
        for (int d = 0; d < 2; d++) {
            all.add(normal(g, rows, IN));
            all.add(normal(g, rows, out));
            all.add(normal(g, rows));
            all.add(normal(g, rows));
            if (net == Net.PROJECTED) all.add(normal(g, out, HIDDEN));
        }
        return all;
    }

    private static UnaryOperator<List<Tensor>> padded(Net net) {
        return in -> net.run(in.get(0), in.get(1), in.get(2), in.subList(3, in.size()));
    }

    /** Sequences of 1 and 2 elements. */
    private static UnaryOperator<List<Tensor>> packed(Net net) {
        return in -> {
            var x = Rnn.packPaddedSequence(in.get(0), new long[] {1, 2}, enforceSorted(false));
            return net.run(x, in.get(1), in.get(2), in.subList(3, in.size()));
        };
    }

    private static List<Tensor> used(Net net, List<Tensor> inputs) {
        boolean cells = net == Net.LSTM || net == Net.PROJECTED;
        if (!cells) inputs.get(2).requiresGrad_(false);
        return inputs;
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfDifferences(Net net) {
        assertTrue(Autograd.gradcheck(padded(net), used(net, inputs(net, 2, 2, IN))));
        assertTrue(Autograd.gradcheck(packed(net), used(net, inputs(net, 2, 2, IN))));
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfGradientsAreThoseOfDifferences(Net net) {
        assertTrue(Autograd.gradgradcheck(packed(net), used(net, inputs(net, 2, 2, IN)), fastMode(true)));
    }

    @Test
    void packedSequencesGiveWhatEachGivesAlone() {
        var net = new LSTM(3, 5, numLayers(2), bidirectional(true), projSize(2));
        net.toDouble();
        var all = Stream.of(2, 4, 1, 4).map(n -> randn(n, 3).toDouble()).toList();
        var packed = net.apply(Rnn.packSequence(all, enforceSorted(false)));
        var padded = Rnn.padPackedSequence(packed.output(), batchFirst(true));
        for (int i = 0; i < all.size(); i++) {
            var alone = net.apply(all.get(i));
            var found = padded.padded().select(0, i).narrow(0, 0, all.get(i).size(0));
            assertTrue(alone.output().allclose(found));
            assertTrue(alone.hN().allclose(packed.hN().select(1, i)));
            assertTrue(alone.cN().allclose(packed.cN().select(1, i)));
        }
    }

    @Test
    void aStateThatComesFromTheInputHasOneGradientEach() {
        var x = normal(new Generator().manualSeed(1), 3, 2, 4);
        var net = new GRU(4, 4);
        net.toDouble();
        assertTrue(Autograd.gradgradcheck(
                v -> net.apply(v, v.narrow(0, 0, 1).mul(2)).output(), x));
    }

    @Test
    void anEmptyBatchHasAnEmptyOutput() {
        var y = new LSTM(3, 4).apply(zeros(5, 0, 3));
        org.junit.jupiter.api.Assertions.assertEquals(
                Tensors.shape(5, 0, 4), y.output().shape());
        y.output().sum().backward();
    }

    static Stream<WrongCall> calls() {
        return Stream.of(
                wrong(
                        () -> F.rnnTanh(zeros(2), null, WEIGHTS),
                        ARGUMENT,
                        "rnnTanh: input must be [steps, in] or [steps, n, in], got [2]"),
                wrong(
                        () -> F.rnnTanh(zeros(0, 2, 3), null, WEIGHTS),
                        ARGUMENT,
                        "rnnTanh: input [0, 2, 3] has no steps"),
                wrong(
                        () -> F.rnnRelu(zeros(5, 2, 4), null, WEIGHTS),
                        ARGUMENT,
                        "rnnRelu: input has 4 features, the weights take 3"),
                wrong(
                        () -> F.rnnTanh(zeros(5, 2, 3).toDouble(), null, WEIGHTS),
                        ARGUMENT,
                        "rnnTanh: input (torch.float64) and weights (torch.float32) must have one dtype"),
                wrong(
                        () -> F.rnnTanh(zeros(5, 2, 3), zeros(1, 3, 4), WEIGHTS),
                        ARGUMENT,
                        "rnnTanh: the state must be [1, 2, 4], got [1, 3, 4]"),
                wrong(
                        () -> F.rnnTanh(zeros(5, 2, 3), zeros(1, 4), WEIGHTS),
                        ARGUMENT,
                        "rnnTanh: the state of input [5, 2, 3] must have 3 dimensions"),
                wrong(
                        () -> F.gru(zeros(5, 2, 3), null, WEIGHTS),
                        ARGUMENT,
                        "gru: weightIh must be [3 hidden, in], got [4, 3]"),
                wrong(
                        () -> F.rnnTanh(zeros(5, 2, 3), null, WEIGHTS, numLayers(2)),
                        ARGUMENT,
                        "rnnTanh: 2 layers in 1 directions take 8 weights, got 4"),
                wrong(
                        () -> F.rnnTanhCell(zeros(2, 4), null, zeros(4, 3), zeros(4, 4), null, null),
                        ARGUMENT,
                        "rnnTanhCell: input [2, 4] has 4 features, weightIh is [4, 3]"),
                wrong(
                        () -> F.gruCell(zeros(2, 3), zeros(3, 2), zeros(6, 3), zeros(6, 2), null, null),
                        ARGUMENT,
                        "gruCell: h must be float32 [2, 2], got float32 [3, 2]"),
                wrong(
                        () -> new PackedSequence(zeros(3, 2), Tensors.tensor(1L, 2L), null, null),
                        ARGUMENT,
                        "PackedSequence: batchSizes must be positive and not grow, got 2"),
                wrong(
                        () -> Rnn.packPaddedSequence(zeros(3, 2), new long[] {1, 2}),
                        ARGUMENT,
                        "packPaddedSequence: lengths must not grow unless enforceSorted(false), got 2 behind 1"),
                wrong(
                        () -> Rnn.packPaddedSequence(zeros(3, 2), new long[] {4, 2}),
                        ARGUMENT,
                        "packPaddedSequence: a length must not exceed the 3 steps, got 4"),
                wrong(
                        () -> Rnn.packPaddedSequence(zeros(3, 2), new long[] {3, 0}),
                        ARGUMENT,
                        "packPaddedSequence: lengths must be positive, got 0"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refuses(WrongCall call) {
        call.assertRefused();
    }
}
