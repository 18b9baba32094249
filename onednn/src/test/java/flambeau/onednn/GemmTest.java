package flambeau.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Parallel;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GemmTest {
    private final DnnlGemm gemm = new DnnlGemm();

    private static Array matrix(long seed, int rows, int columns, boolean transposed) {
        var layout = Layout.contiguous(transposed ? Shape.of(columns, rows) : Shape.of(rows, columns));
        return Data.random(transposed ? layout.permute(1, 0) : layout, seed);
    }

    private void check(Array a, Array b, Array bias, String what) {
        var sizes = a.shape().sizes();
        sizes[sizes.length - 1] = b.shape().get(-1);
        Array expected = Data.unwritten(sizes), actual = Data.unwritten(sizes);
        Objects.requireNonNull(new ReferenceProvider().gemm()).matmul(a, b, bias, expected);
        assertTrue(gemm.matmul(a, b, bias, actual), what);
        Data.assertClose(expected, actual, a.shape().get(-1), what);
    }

    @Test
    void agreesWithTheReferenceForAllSizesAndTranspositions() {
        int[][] sizes = {
            {1, 1, 501},
            {1, 512, 784},
            {32, 3, 17},
            {7, 1, 129},
            {16, 16, 16},
            {64, 10, 84},
            {64, 84, 120},
            {65, 121, 399},
            {128, 128, 128},
            {33, 400, 65},
            {20, 30, 5001},
            {1, 40, 3000},
            {1025, 5, 9},
            {300, 301, 302},
            {650, 170, 160},
            {1537, 2100, 2}
        };
        for (int[] s : sizes) {
            for (int t = 0; t < 8; t++) {
                var a = matrix(1, s[0], s[2], (t & 1) != 0);
                var b = matrix(2, s[2], s[1], (t & 2) != 0);
                check(a, b, (t & 4) != 0 ? Data.random(3, s[1]) : null, a.shape() + " " + b.shape() + " " + t);
            }
        }
    }

    @Test
    void preparedProductsAgreeWithTheReferenceForAnyRows() {
        for (boolean turned : new boolean[] {false, true})
            for (var bias : new Array[] {null, Data.random(3, 96)}) {
                var b = matrix(2, 64, 96, turned);
                try (var prepared = Objects.requireNonNull(gemm.prepare(b, bias, 16))) {
                    for (int rows : new int[] {1, 5, 16, 37, 64})
                        for (boolean left : new boolean[] {false, true}) {
                            var a = matrix(rows, rows, 64, left);
                            Array expected = Data.unwritten(rows, 96), actual = Data.unwritten(rows, 96);
                            Objects.requireNonNull(new ReferenceProvider().gemm())
                                    .matmul(a, b, bias, expected);
                            prepared.times(a, actual);
                            Data.assertClose(expected, actual, 64, rows + " rows");
                        }
                }
            }
    }

    @Test
    void preparedProductsOfManyColumnsAreCutIntoBands() {
        Array b = matrix(2, 700, 1100, true), bias = Data.random(3, 1100), a = Data.random(4, 20, 700);
        Array expected = Data.unwritten(20, 1100), actual = Data.unwritten(20, 1100);
        Objects.requireNonNull(new ReferenceProvider().gemm()).matmul(a, b, bias, expected);
        try (var prepared = Objects.requireNonNull(gemm.prepare(b, bias, 16))) {
            prepared.times(a, actual);
        }
        Data.assertClose(expected, actual, 700, "bands");
    }

    @Test
    void readsSlicesWithStepsBetweenAllElements() {
        var a = Data.random(new Layout(Shape.of(20, 30), new long[] {200, 3}, 5), 1);
        var b = Data.random(new Layout(Shape.of(30, 40), new long[] {2, 70}, 1), 2);
        check(a, b, null, "steps");
        check(
                Data.random(new Layout(Shape.of(90, 70), new long[] {80, 1}, 3), 3),
                matrix(4, 70, 50, false),
                null,
                "rows");
    }

    @Test
    void multipliesBatchesThatShareAMatrixOrLieInAnyOrder() {
        check(Data.random(1, 9, 20, 30), Data.random(2, 9, 30, 11), null, "plain");
        check(Data.random(1, 9, 20, 30), Data.random(2, 9, 30, 11), Data.random(3, 11), "bias");
        check(
                Data.random(new Layout(Shape.of(9, 20, 30), new long[] {30, 270, 1}, 0), 1),
                Data.random(new Layout(Shape.of(9, 30, 11), new long[] {0, 1, 30}, 0), 2),
                null,
                "interleaved, and the same transposed matrix for all");
        check(Data.random(1, 1, 20, 30), Data.random(2, 1, 30, 40), null, "a batch of one");
        check(Data.random(1, 3, 400, 300), Data.random(2, 3, 300, 401), Data.random(3, 401), "a few large ones");
        check(Data.random(1, 37, 64, 64), Data.random(2, 37, 64, 64), null, "cut in pieces");
    }

    @Test
    void declinesWhatItCannotOrShouldNotDo() {
        assertFalse(gemm.matmul(Data.random(1, 4, 4), Data.random(2, 4, 4), null, Data.unwritten(4, 4)), "tiny");
        assertFalse(gemm.matmul(Data.random(1, 0, 40), Data.random(2, 40, 40), null, Data.unwritten(0, 40)), "empty");
        var f64 = Array.empty(Shape.of(40, 40), DType.FLOAT64);
        assertFalse(gemm.matmul(f64, f64, null, f64), "float64");
        var repeated = Data.random(new Layout(Shape.of(40, 40), new long[] {0, 1}, 0), 1);
        assertFalse(gemm.matmul(repeated, Data.random(2, 40, 40), null, Data.unwritten(40, 40)), "stride 0");
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        int before = Parallel.threads();
        var a = matrix(1, 200, 300, false);
        var b = matrix(2, 300, 400, true);
        try {
            var results = IntStream.of(1, 2, 3, 5)
                    .mapToObj(threads -> {
                        Parallel.setThreads(threads);
                        var y = Data.unwritten(200, 400);
                        gemm.matmul(a, b, null, y);
                        return Data.values(y);
                    })
                    .toList();
            for (var result : results) assertArrayEquals(results.getFirst(), result);
        } finally {
            Parallel.setThreads(before);
        }
    }

    @Test
    void manyThreadsMayMultiplyAtOnce() throws Exception {
        var w = matrix(1, 60, 70, false);
        var inputs =
                IntStream.range(0, 64).mapToObj(i -> matrix(i, 50, 60, false)).toList();
        try (var pool = Executors.newFixedThreadPool(64)) {
            var tasks =
                    inputs.stream().map(x -> pool.submit(() -> repeated(x, w))).toList();
            for (int i = 0; i < tasks.size(); i++) {
                Future<double[]> task = tasks.get(i);
                assertArrayEquals(repeated(inputs.get(i), w), task.get());
            }
        }
    }

    private double[] repeated(Array x, Array w) {
        var y = Data.unwritten(50, 70);
        for (int i = 0; i < 200; i++) gemm.matmul(x, w, null, y);
        return Data.values(y);
    }
}
