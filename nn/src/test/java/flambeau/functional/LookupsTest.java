package flambeau.functional;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.includeLastOffset;
import static flambeau.args.Args.maxNorm;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.offsets;
import static flambeau.args.Args.paddingIdx;
import static flambeau.args.Args.perSampleWeights;
import static flambeau.args.Args.scaleGradByFreq;
import static flambeau.args.Args.sparse;
import static flambeau.functional.F.embedding;
import static flambeau.functional.F.embeddingBag;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.INDEX;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.BagMode;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LookupsTest {
    private static Tensor index(long... numbers) {
        return tensor(numbers, dtype(DType.INT64));
    }

    private static double[] gradient(Tensor w) {
        return Objects.requireNonNull(w.grad()).toDoubleArray();
    }

    @Test
    void rowsByNumber() {
        var w = pattern(11, 4, 2);
        var y = embedding(index(3, 0, 3, 1).view(2, 2), w);
        assertEquals("[2, 2, 2]", y.shape().text());
        assertTrue(y.get(0, 0).allclose(w.get(3)));
        Samples.assertGradients(in -> embedding(index(3, 0, 3), in.getFirst()), w);
    }

    @Test
    void aPaddingRowHasNoGradient() {
        var w = ones(3, 1).requiresGrad_();
        embedding(index(0, 2, 2), w, paddingIdx(-1)).sum().backward();
        assertArrayEquals(new double[] {1, 0, 0}, gradient(w));
    }

    @Test
    void gradientsDividedByFrequency() {
        var w = ones(3, 1).requiresGrad_();
        embedding(index(0, 2, 2), w, scaleGradByFreq(true), sparse(true)).sum().backward();
        assertNotNull(w.sparseGrad());
        assertArrayEquals(new double[] {1, 0, 1}, gradient(w));
    }

    @Test
    void longRowsAreShortenedInPlace() {
        var w = tensor(new double[] {3, 4, 0.3, 0.4, 6, 8}).view(3, 2).requiresGrad_();
        embedding(index(0, 1, 0), w, maxNorm(1));
        assertArrayEquals(new double[] {0.6, 0.8, 0.3, 0.4, 6, 8}, w.toDoubleArray(), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(BagMode.class)
    void gradientsOfBags(BagMode mode) {
        var w = pattern(13, 5, 3);
        var x = index(1, 4, 0, 2, 2, 3);
        Samples.assertGradients(in -> embeddingBag(x, in.getFirst(), offsets(index(0, 2, 2)), mode(mode)), w);
    }

    @Test
    void gradientsOfFactors() {
        var w = pattern(13, 5, 3);
        var x = index(1, 4, 0, 2).view(2, 2);
        Samples.assertGradients(
                in -> embeddingBag(x, in.get(0), mode(BagMode.SUM), perSampleWeights(in.get(1)), paddingIdx(4)),
                w,
                pattern(7, 2, 2));
    }

    @Test
    void anEmptyBagGivesZeros() {
        var w = pattern(13, 5, 2);
        for (var mode : BagMode.values()) {
            var y = embeddingBag(index(1, 2), w, offsets(index(0, 0, 2)), mode(mode));
            assertTrue(y.get(0).eq(0).all().item().intValue() == 1);
            assertTrue(y.get(2).eq(0).all().item().intValue() == 1);
        }
    }

    @Test
    void theLastOffsetMayBeTheEnd() {
        var w = pattern(13, 5, 2);
        var x = index(1, 2, 3);
        var open = embeddingBag(x, w, offsets(index(0, 1)));
        assertTrue(open.allclose(embeddingBag(x, w, offsets(index(0, 1, 3)), includeLastOffset(true))));
    }

    static Stream<WrongCall> wrongCalls() {
        var w = ones(3, 2);
        var x = index(0, 1);
        return Stream.of(
                wrong(() -> embedding(x, ones(3)), ARGUMENT, "embedding: weight must be [n, d], got [3]"),
                wrong(() -> embedding(index(3), w), INDEX, "embedding: index 3 is out of bounds for 3 rows"),
                wrong(() -> embedding(index(-1), w), INDEX, "embedding: index -1 is out of bounds for 3 rows"),
                wrong(
                        () -> embedding(ones(2), w),
                        ARGUMENT,
                        "embedding: input must be int64 or int32, got torch.float32"),
                wrong(
                        () -> embedding(x, w, paddingIdx(3)),
                        ARGUMENT,
                        "embedding: paddingIdx must be in [-3, 3), got 3"),
                wrong(() -> embeddingBag(x, w), ARGUMENT, "embeddingBag: an input [m] takes offsets"),
                wrong(
                        () -> embeddingBag(x.view(1, 2), w, offsets(index(0))),
                        ARGUMENT,
                        "embeddingBag: an input [bags, size] takes no offsets"),
                wrong(
                        () -> embeddingBag(x, w, offsets(index(1))),
                        ARGUMENT,
                        "embeddingBag: the first offset must be 0, got 1"),
                wrong(
                        () -> embeddingBag(x, w, offsets(index(0, 3))),
                        ARGUMENT,
                        "embeddingBag: offsets must not fall or pass the end (2), got [0, 3]"),
                wrong(
                        () -> embeddingBag(x.view(1, 2), w, perSampleWeights(ones(1, 2))),
                        ARGUMENT,
                        "embeddingBag: perSampleWeights take mode SUM, got MEAN"),
                wrong(
                        () -> embeddingBag(x.view(1, 2), w, mode(BagMode.MAX), sparse(true)),
                        ARGUMENT,
                        "embeddingBag: mode MAX does not take sparse(true)"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void refusals(WrongCall call) {
        call.assertRefused();
    }
}
