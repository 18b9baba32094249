package flambeau.nn;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.bidirectional;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.nonlinearity;
import static flambeau.args.Args.numLayers;
import static flambeau.args.Args.projSize;
import static flambeau.args.Nonlinearity.RELU;
import static flambeau.args.Nonlinearity.SELU;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.manualSeed;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.functional.WrongCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentLayersTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(new RNN(3, 4, nonlinearity(RELU)), "RNN(3, 4)"),
                Arguments.of(new GRU(3, 4, bias(false), batchFirst(true)), "GRU(3, 4, bias=False, batch_first=True)"),
                Arguments.of(
                        new LSTM(3, 4, numLayers(2), dropout(0.5), bidirectional(true), projSize(2)),
                        "LSTM(3, 4, proj_size=2, num_layers=2, dropout=0.5, bidirectional=True)"),
                Arguments.of(new RNNCell(3, 4, nonlinearity(RELU)), "RNNCell(3, 4, nonlinearity=relu)"),
                Arguments.of(new LSTMCell(3, 4, bias(false)), "LSTMCell(3, 4, bias=False)"),
                Arguments.of(new GRUCell(3, 4), "GRUCell(3, 4)"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void printsAsPyTorch(Module module, String text) {
        assertEquals(text, module.toString());
    }

    @Test
    void weightsHavePyTorchsNames() {
        var lstm = new LSTM(3, 4, bidirectional(true), projSize(2));
        var names = List.of("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0", "weight_hr_l0");
        var all = List.copyOf(lstm.stateDict().keySet());
        assertEquals(names, all.subList(0, 5));
        assertEquals(names.stream().map(n -> n + "_reverse").toList(), all.subList(5, 10));
        assertEquals(
                lstm.parameters(),
                lstm.allWeights().stream().flatMap(List::stream).toList());
    }

    @Test
    void aCellIsAStepOfItsNetwork() {
        var cell = new LSTMCell(3, 4);
        var net = new LSTM(3, 4);
        var state = cell.stateDict();
        state.forEach((name, w) -> net.getParameter(name + "_l0").setData(w));
        var x = randn(2, 5, 3);
        var first = cell.apply(x.get(0));
        var second = cell.apply(x.get(1), first);
        assertTrue(net.apply(x).hN().get(0).allclose(second.h()));
        assertTrue(net.apply(x).cN().get(0).allclose(second.c()));
    }

    @Test
    void dropsBetweenLayersInTrainingOnly() {
        var gru = new GRU(3, 4, numLayers(2), dropout(0.5));
        var x = randn(5, 2, 3);
        manualSeed(1);
        var first = gru.apply(x).output();
        manualSeed(1);
        assertTrue(first.torchEquals(gru.apply(x).output()));
        assertTrue(!first.torchEquals(gru.apply(x).output()));
        gru.eval();
        assertTrue(gru.apply(x).output().torchEquals(gru.apply(x).output()));
    }

    @Test
    void copiesHaveWeightsOfTheirOwn() {
        var gru = new GRU(3, 4);
        var copy = (GRU) gru.deepCopy();
        Init.zeros_(copy.getParameter("weight_ih_l0"));
        assertTrue(gru.getParameter("weight_ih_l0").abs().sum().item().doubleValue() > 0);
        assertEquals(
                0, copy.allWeights().getFirst().getFirst().abs().sum().item().doubleValue());
    }

    static Stream<WrongCall> calls() {
        return Stream.of(
                wrong(() -> new LSTM(0, 4), ARGUMENT, "LSTM: inputSize must be positive, got 0"),
                wrong(() -> new GRU(3, 4, numLayers(0)), ARGUMENT, "GRU: numLayers must be positive, got 0"),
                wrong(() -> new RNN(3, 4, dropout(1.5)), ARGUMENT, "RNN: dropout must be in [0, 1], got 1.5"),
                wrong(
                        () -> new LSTM(3, 4, projSize(4)),
                        ARGUMENT,
                        "LSTM: projSize must be in [0, hiddenSize), got 4 of 4"),
                wrong(
                        () -> new RNNCell(3, 4, nonlinearity(SELU)),
                        ARGUMENT,
                        "RNNCell: nonlinearity must be TANH or RELU, got SELU"),
                wrong(
                        () -> new GRU(3, 4).apply(zeros(2, 5)),
                        ARGUMENT,
                        "gru: input has 5 features, the weights take 3 (in GRU)"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refuses(WrongCall call) {
        call.assertRefused();
    }
}
