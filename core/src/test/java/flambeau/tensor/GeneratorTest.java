package flambeau.tensor;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.requiresGrad;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    @Test
    void theStreamIsThatOfTheMersenneTwister() {
        var g = new Generator().manualSeed(5489); // the seed and the value that the authors' standard names
        for (int i = 0; i < 9999; i++) g.next32();
        assertEquals(4123659995L, g.unsigned32());
    }

    @Test
    void manyBitsAtATimeAreTheSameBits() {
        Generator one = new Generator().manualSeed(7), many = new Generator().manualSeed(7);
        for (int n : new int[] {0, 1, 623, 1, 624, 5, 2000, 619, 3}) { // 624 words a state
            var bits = new int[n];
            many.next32(bits, n);
            for (int i = 0; i < n; i++) assertEquals(one.next32(), bits[i]);
            assertEquals(one.next32(), many.next32());
            assertArrayEquals(one.getState().toByteArray(), many.getState().toByteArray());
        }
    }

    @Test
    void manyDrawsOfOneBitAreThoseOfDoubles() {
        for (double p : new double[] {0, 0x1p-53, 0.3, 0.5, Math.nextDown(1.0), 1}) {
            var g = new Generator().manualSeed(11);
            var drawn = Tensors.empty(5000)
                    .bernoulli_(p, new Generator().manualSeed(11))
                    .toFloatArray();
            for (float each : drawn) assertEquals(g.uniform64() < p ? 1 : 0, each);
        }
    }

    @Test
    void onlyTheLowBitsOfASeedCount() {
        assertEquals(
                new Generator().manualSeed(5).next64(),
                new Generator().manualSeed((1L << 40) + 5).next64());
        assertEquals(5, new Generator().manualSeed(5).initialSeed());
        assertEquals(67280421310721L, new Generator().initialSeed());
    }

    @Test
    void aSavedStateDrawsTheSameAgain() {
        var g = new Generator().manualSeed(1);
        randn(shape(5), g); // leaves the second of a pair behind
        var state = g.getState();
        var copy = g.clone();
        var first = randn(shape(1000), g).toFloatArray();
        g.setState(state);
        assertArrayEquals(first, randn(shape(1000), g).toFloatArray());
        assertArrayEquals(first, randn(shape(1000), copy).toFloatArray());
        var small = new Generator().manualSeed(1);
        randn(shape(5), small);
        assertArrayEquals(randn(shape(3), small).toFloatArray(), continued());
    }

    private static float[] continued() {
        var g = new Generator().manualSeed(1);
        randn(shape(5), g);
        var other = new Generator();
        other.setState(g.getState());
        return randn(shape(3), other).toFloatArray();
    }

    @Test
    void aStateOfAnotherKindIsRefused() {
        var g = new Generator();
        var thrown = assertThrows(IllegalArgumentException.class, () -> g.setState(Tensors.zeros(3)));
        assertEquals("setState: the state of a generator is uint8 [5056], got float32 [3]", thrown.getMessage());
        var state = g.getState();
        state.narrow(0, 8, 4).fill_(255); // where the draws left are counted
        var wrong = assertThrows(IllegalArgumentException.class, () -> g.setState(state));
        assertEquals("setState: this is not the state of a generator", wrong.getMessage());
    }

    @Test
    void manualSeedRulesTheDefaultGenerator() {
        Tensors.manualSeed(3);
        var first = rand(4).toFloatArray();
        rand(shape(100), new Generator()); // another one
        Tensors.manualSeed(3);
        assertArrayEquals(first, rand(4).toFloatArray());
        assertArrayEquals(first, rand(shape(4), new Generator().manualSeed(3)).toFloatArray());
        assertNotEquals(first[0], rand(1).item().floatValue());
    }

    @Test
    void aNewTensorOfRandomNumbersMayWantAGradient() {
        var x = randn(shape(3), dtype(DType.FLOAT64), requiresGrad(true));
        assertTrue(x.requiresGrad() && x.isLeaf());
        assertFalse(Tensors.randnLike(x).requiresGrad());
        assertEquals(DType.FLOAT64, Tensors.randnLike(x).dtype());
        assertEquals(DType.FLOAT32, Tensors.randLike(x, dtype(DType.FLOAT32)).dtype());
    }

    @Test
    void theNumbersHaveTheRightMoments() {
        var g = new Generator().manualSeed(0);
        int n = 200_000;
        check(Tensors.empty(n).uniform_(-1, 3, g), 1, 16 / 12.0);
        check(Tensors.empty(n).normal_(2, 3, g), 2, 9);
        check(Tensors.empty(n).exponential_(2, g), 0.5, 0.25);
        check(Tensors.empty(n).geometric_(0.25, g), 4, 12);
        check(Tensors.empty(n).bernoulli_(0.3, g), 0.3, 0.21);
        check(Tensors.empty(n).logNormal_(0, 0.5, g), Math.exp(0.125), (Math.exp(0.25) - 1) * Math.exp(0.25));
        check(Tensors.full(shape(n), 3.5).poisson(g), 3.5, 3.5);
        check(Tensors.full(shape(n), 60.0).poisson(g), 60, 60);
        check(Tensors.randint(0, 5, shape(n), g).toFloat(), 2, 2);
        var drawn = Tensors.tensor(1.0, 0.0, 3.0).multinomial(n, flambeau.args.Args.replacement(true), g);
        check(drawn.toFloat(), 1.5, 0.75);
    }

    private static void check(Tensor x, double mean, double variance) {
        var y = x.to(DType.FLOAT64);
        assertEquals(mean, y.mean().item().doubleValue(), 0.02 * (1 + Math.abs(mean)));
        assertEquals(variance, y.var().item().doubleValue(), 0.05 * variance);
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        long[] p = Tensors.randperm(1000, new Generator().manualSeed(0)).toLongArray();
        assertArrayEquals(
                IntStream.range(0, 1000).asLongStream().toArray(),
                java.util.Arrays.stream(p).sorted().toArray());
    }

    @Test
    void drawsWithoutReplacementAreDistinctAndAvoidWeightZero() {
        var weights = Tensors.tensor(new double[][] {{0, 1, 2, 3}, {1, 1, 1, 0}});
        for (int seed = 0; seed < 20; seed++) {
            var drawn = weights.multinomial(3, new Generator().manualSeed(seed));
            assertEquals("[2, 3]", drawn.shape().text());
            for (int row = 0; row < 2; row++) {
                long[] places = drawn.get(row).toLongArray();
                assertEquals(3, java.util.Arrays.stream(places).distinct().count());
                for (long place : places) assertNotEquals(row == 0 ? 0 : 3, place);
            }
        }
    }

    @Test
    void threadsMayShareAGenerator() throws Exception {
        var g = new Generator().manualSeed(0);
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> randn(shape(5000), g)))
                    .toList()) assertTrue(done.get().isfinite().all().isTrue());
        }
    }
}
