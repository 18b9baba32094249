package flambeau.functional;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.linear;
import static flambeau.functional.F.logSoftmax;
import static flambeau.functional.F.relu;
import static flambeau.functional.F.sigmoid;
import static flambeau.functional.F.softmax;
import static flambeau.functional.F.tanh;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.13. */
class ActivationsTest {
    private final Tensor x = pattern(11, 3, 4);

    @Test
    void reluCutsBelowZero() {
        assertValues(relu(tensor(-1.0, 0.0, 2.5)), sizes(3), 0, 0, 2.5);
        var y = tensor(-1.0, 2.0);
        assertSame(y, relu(y, inplace(true)));
        assertValues(y, sizes(2), 0, 2);
    }

    @Test
    void sigmoidAndTanhAreBounded() {
        assertValues(sigmoid(pattern(5, 2)), sizes(2), 1 / (1 + Math.exp(-0.25)), 1 / (1 + Math.exp(0.5)));
        assertValues(tanh(pattern(5, 2)), sizes(2), Math.tanh(0.25), Math.tanh(-0.5));
    }

    @Test
    void softmaxSumsToOneAlongADimension() {
        assertValues(
                softmax(x, 1),
                sizes(3, 4),
                0.10362261044515758,
                0.5963069513624032,
                0.21936906803384734,
                0.08070137015859187,
                0.4382091167752508,
                0.1612081249955106,
                0.059305154935644463,
                0.341277603293594,
                0.23453916417506643,
                0.0862821366495406,
                0.49651941445493847,
                0.18265928472045453);
        assertEquals(
                DType.FLOAT64, softmax(x.toFloat(), 1, dtype(DType.FLOAT64)).dtype());
    }

    @Test
    void logSoftmaxIsItsLogarithm() {
        assertValues(
                logSoftmax(x, 0),
                sizes(3, 4),
                -1.9118678712750954,
                -0.31378086333725796,
                -0.9441121864019142,
                -1.9118678712750954,
                -0.41186787127509544,
                -1.563780863337258,
                -2.194112186401914,
                -0.41186787127509544,
                -1.6618678712750954,
                -2.813780863337258,
                -0.6941121864019142,
                -1.6618678712750954);
    }

    @Test
    void linearMultipliesByTheTransposedWeight() {
        assertValues(linear(pattern(5, 1, 2), pattern(5, 2, 2), pattern(5, 2)), sizes(1, 2), 0.5625, -0.75);
        assertValues(linear(pattern(5, 2, 2), pattern(5, 2)), sizes(2), 0.3125, -0.25);
    }

    @Test
    void functionsAreMethodReferences() {
        UnaryOperator<Tensor> f = F::relu;
        assertValues(f.apply(tensor(-1.0, 1.0)), sizes(2), 0, 1);
    }

    @Test
    void gradients() {
        var away = x.add(0.1); // from the corner of relu
        assertGradients(in -> relu(in.getFirst()), away);
        assertGradients(in -> sigmoid(in.getFirst()), x);
        assertGradients(in -> tanh(in.getFirst()), x);
        assertGradients(in -> softmax(in.getFirst(), 0), x);
        assertGradients(in -> logSoftmax(in.getFirst(), 1), x);
        assertGradients(in -> linear(in.get(0), in.get(1), in.get(2)), x, pattern(13, 2, 4), pattern(5, 2));
        assertGradients(in -> linear(in.get(0), in.get(1)), x, pattern(13, 4));
    }
}
