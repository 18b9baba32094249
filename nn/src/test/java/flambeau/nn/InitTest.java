package flambeau.nn;

import static flambeau.args.Args.gain;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.groups;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.nonlinearity;
import static flambeau.args.FanMode.FAN_OUT;
import static flambeau.args.Nonlinearity.LEAKY_RELU;
import static flambeau.args.Nonlinearity.RELU;
import static flambeau.args.Nonlinearity.TANH;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.manualSeed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Expected bits and numbers: PyTorch 2.13 after the same seed. */
class InitTest {
    private static void assertBits(@Nullable Tensor x, long... bits) {
        assertNotNull(x);
        var expected = new float[bits.length];
        for (int i = 0; i < bits.length; i++) expected[i] = Float.intBitsToFloat((int) bits[i]);
        assertArrayEquals(expected, x.toFloatArray());
    }

    @Test
    void aLinearLayerBeginsAsPyTorchsDoes() {
        manualSeed(0);
        var l = new Linear(3, 2);
        assertBits(l.weight, 0xbb8da3e8, 0x3e9e9313, 0xbef34b7e, 0xbed98bc9, 0xbe63b4b1, 0x3e1e8953);
        assertBits(l.bias, 0xbc3b6b40, 0x3eea617a);
    }

    @Test
    void aConvolutionBeginsAsPyTorchsDoes() {
        manualSeed(42);
        var conv = new Conv2d(2, 2, kernel(1, 2), groups(2));
        assertBits(conv.weight, 0x3f0a6571, 0x3f163f5b, 0xbe29a1a3, 0x3f264952);
        assertBits(conv.bias, 0xbe1ea5df, 0x3e121cb0);
        manualSeed(1);
        var conv1 = new Conv1d(1, 2, 2);
        assertBits(conv1.weight, 0x3eba8b92, 0xbe9fcbc6, 0xbe0c5ee7, 0x3ea9ee01);
        assertBits(conv1.bias, 0xbf2a6b14, 0x3ed91eef);
        manualSeed(1);
        var conv3 = new Conv3d(1, 1, kernel(1, 1, 2));
        assertBits(conv3.weight, 0x3eba8b92, 0xbe9fcbc6);
        assertBits(conv3.bias, 0xbe0c5ee7);
    }

    @Test
    void resetDrawsAgain() {
        manualSeed(0);
        var l = new Linear(3, 2);
        var before = l.weight.clone();
        manualSeed(0);
        l.resetParameters();
        assertTrue(l.weight.torchEquals(before));
    }

    @Test
    void uniformNumbersAreThoseOfPyTorch() {
        manualSeed(3);
        assertBits(
                Init.xavierUniform_(empty(2, 3), gain(2)),
                0xc00b0577,
                0xbfdd3937,
                0xbf703a69,
                0xc004a86e,
                0xbdfebac1,
                0xbff6b777);
        var own = new Generator().manualSeed(3);
        assertBits(
                Init.kaimingUniform_(empty(2, 3), mode(FAN_OUT), nonlinearity(RELU), generator(own)),
                0xbfdbcfe1,
                0xbfaee47c,
                0xbf3deac3,
                0xbfd1c027,
                0xbdc961a0,
                0xbfc30bf0);
    }

    @Test
    void normalNumbersAreThoseOfPyTorchUpToTheLastBits() {
        manualSeed(3);
        assertArrayEquals(
                new float[] {
                    0.6558721661567688f,
                    0.14275087416172028f,
                    0.07265031337738037f,
                    -0.5010986328125f,
                    0.03770781308412552f,
                    -1.1171789169311523f
                },
                Init.kaimingNormal_(empty(2, 3)).toFloatArray(),
                1e-6f);
        manualSeed(3);
        assertArrayEquals(
                new float[] {
                    0.5080363750457764f,
                    0.11057434976100922f,
                    0.056274689733982086f,
                    -0.38814935088157654f,
                    0.02920834720134735f,
                    -0.8653630614280701f
                },
                Init.xavierNormal_(empty(2, 3)).toFloatArray(),
                1e-6f);
    }

    @Test
    void gainsFollowTheFunction() {
        assertEquals(1.3867504905630728, Init.calculateGain(LEAKY_RELU, 0.2));
        assertEquals(5.0 / 3, Init.calculateGain(TANH, null));
    }

    @Test
    void constantsFillAParameterWithoutBeingRecorded() {
        var p = new Parameter(empty(3));
        assertArrayEquals(new float[] {2, 2, 2}, Init.constant_(p, 2).toFloatArray());
        assertArrayEquals(new float[] {1, 1, 1}, Init.ones_(p).toFloatArray());
        assertArrayEquals(new float[3], Init.zeros_(p).toFloatArray());
        assertTrue(p.isLeaf() && p.requiresGrad());
    }
}
