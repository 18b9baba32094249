package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of matrix products does. */
public abstract class GemmContract {
    private static final int[] SIDES = {1, 2, 5, 16, 17, 33, 70};

    private final Samples samples = new Samples(3);
    private final Gemm truth = new ReferenceProvider().gemm();

    /** Whose kernels are tested. */
    protected abstract Gemm kernel();

    private void check(Array a, Array b, Array bias, boolean mustTake, int... shape) {
        var layout = Layout.contiguous(Shape.of(shape));
        Array expected = zeros(layout, DType.FLOAT32), actual = zeros(layout, DType.FLOAT32);
        boolean taken = kernel().matmul(a, b, bias, actual);
        assertTrue(taken || !mustTake, () -> "declined " + a.layout() + " by " + b.layout());
        if (!taken) return;
        truth.matmul(a, b, bias, expected);
        assertClose(
                expected, actual, 0x1p-23, Samples.productError(a.shape().get(-1)), a.layout() + " by " + b.layout());
    }

    @Test
    void allSizes() {
        for (int n : SIDES)
            for (int m : SIDES)
                for (int k : SIDES) check(samples.normal(n, k), samples.normal(k, m), null, n * m * k > 100_000, n, m);
    }

    @Test
    void transposedAndStridedFactors() {
        for (int n : new int[] {1, 5, 33, 130})
            for (int m : new int[] {1, 4, 30, 40, 300})
                for (int k : new int[] {1, 3, 33, 100})
                    for (var left : Samples.layouts(n, k))
                        for (var right : Samples.layouts(k, m))
                            check(samples.normal(left), samples.normal(right), samples.normal(m), false, n, m);
    }

    @Test
    void biasIsAdded() {
        for (int n : SIDES)
            for (int m : SIDES) check(samples.normal(n, 40), samples.normal(40, m), samples.normal(m), false, n, m);
        check(
                samples.normal(9, 40),
                samples.normal(40, 8),
                samples.normal(Samples.layouts(8).get(2)),
                false,
                9,
                8);
    }

    @Test
    void largeProducts() {
        check(samples.normal(200, 300), samples.normal(300, 600), null, true, 200, 600);
        check(samples.normal(1, 784), samples.normal(784, 512), null, true, 1, 512);
        check(
                samples.normal(64, 784),
                samples.normal(Samples.layouts(784, 512).get(1)),
                samples.normal(512),
                true,
                64,
                512);
        check(samples.normal(Samples.layouts(512, 64).get(1)), samples.normal(64, 784), null, true, 512, 784);
        check(
                samples.normal(64, 512),
                samples.normal(Samples.layouts(512, 10).get(1)),
                samples.normal(10),
                true,
                64,
                10);
    }

    @Test
    void batches() {
        for (var left : Samples.layouts(5, 7, 20))
            for (var right : Samples.layouts(5, 20, 9))
                check(samples.normal(left), samples.normal(right), samples.normal(9), false, 5, 7, 9);
        check(samples.normal(5, 7, 20), samples.normal(20, 9), null, false, 5, 7, 9);
        check(samples.normal(7, 20), samples.normal(5, 20, 9), null, false, 5, 7, 9);
        check(samples.normal(30, 100, 20), samples.normal(30, 20, 90), null, true, 30, 100, 90);
        check(samples.normal(1, 7, 20), samples.normal(1, 20, 9), null, false, 1, 7, 9);
    }

    @Test
    void emptyProducts() {
        check(samples.normal(0, 3), samples.normal(3, 4), null, false, 0, 4);
        check(samples.normal(2, 0), samples.normal(0, 4), null, false, 2, 4);
        check(samples.normal(2, 0), samples.normal(0, 4), samples.normal(4), false, 2, 4);
        check(samples.normal(2, 3), samples.normal(3, 0), null, false, 2, 0);
        check(samples.normal(0, 2, 3), samples.normal(0, 3, 4), null, false, 0, 2, 4);
    }

    @Test
    void infinityTimesZeroIsNaN() {
        check(samples.odd(40, 1), samples.odd(1, 40), null, false, 40, 40);
    }

    @Test
    void resultsDoNotDependOnThreads() {
        Array a = samples.normal(150, 200), b = samples.normal(200, 700);
        Array one = zeros(Layout.contiguous(Shape.of(150, 700)), DType.FLOAT32), two = Samples.copy(one);
        if (!Threads.with(1, () -> kernel().matmul(a, b, null, one))) return;
        Threads.with(2, () -> kernel().matmul(a, b, null, two));
        assertSame(one, two, "matmul");
    }
}
