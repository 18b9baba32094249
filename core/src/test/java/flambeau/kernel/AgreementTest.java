package flambeau.kernel;

import static flambeau.kernel.Samples.assertSame;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.array.Window;
import flambeau.kernel.Reduce.Op;
import flambeau.kernel.tile.TileProvider;
import flambeau.kernel.vector.VectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Tiles and vectors compute the same numbers to the bit: a program switches from one to the other when vector code has been compiled,
 * and its losses must not show when that was.
 */
final class AgreementTest {
    private static final int[] LONG_SIZES = {64, 65, 100, 127, 257, 1000, 2047, 2048, 2049, 4500, 70_001};

    private final Samples samples = new Samples(11);
    private final Provider tile = new TileProvider();
    private final Provider vector = VectorProvider.eager();

    /** A call on fresh results; returns whether it was taken. */
    private interface Call {
        boolean run(Provider provider, List<Array> results);
    }

    /** Runs a call by both on copies of the same arrays, all of which must come out the same. */
    private void agree(String what, Call call, Array... arrays) {
        ToIntFunction<List<Array>> copy = to -> {
            for (var a : arrays) to.add(Samples.copy(a));
            return to.size();
        };
        List<Array> one = new ArrayList<>(), two = new ArrayList<>();
        copy.applyAsInt(one);
        copy.applyAsInt(two);
        assertTrue(call.run(tile, one), () -> "tile declined " + what);
        if (!call.run(vector, two)) return;
        for (int i = 0; i < one.size(); i++) assertSame(one.get(i), two.get(i), what + ", array " + i);
    }

    @Test
    void unaryFunctions() {
        for (var op : Unary.values())
            for (int n : LONG_SIZES)
                for (var x : new Array[] {samples.normal(n), samples.odd(n), samples.positive(n)}) {
                    if (op.isPredicate()) continue;
                    agree(
                            op + " of " + n,
                            (p, a) -> p.pointwise().unary(op, a.get(0), a.get(1)),
                            x,
                            zeros(x.layout(), DType.FLOAT32));
                }
    }

    @Test
    void unaryFunctionsOfAllMagnitudes() {
        float[] power = {1e-40f};
        var x = Samples.fill(Layout.contiguous(Shape.of(60_000)), DType.FLOAT32, () -> power[0] = power[0] * -1.003f);
        for (var op : Unary.values())
            if (!op.isPredicate())
                agree(
                        op.toString(),
                        (p, a) -> p.pointwise().unary(op, a.get(0), a.get(1)),
                        x,
                        zeros(x.layout(), DType.FLOAT32));
    }

    @Test
    void gates() {
        for (int n : new int[] {1, 5, 16, 33, 250, 1500}) {
            Array before = samples.normal(3, n), c = samples.normal(3, n), h = samples.normal(3, n);
            Array four = samples.normal(3, 4 * n), three = samples.normal(3, 3 * n);
            var hidden = samples.normal(3, 3 * n);
            agree(
                    "lstm of " + n,
                    (p, a) -> p.gates().lstm(a.get(0), a.get(1), before, a.get(2), a.get(3)),
                    four,
                    samples.normal(3, 4 * n),
                    c,
                    h);
            agree(
                    "lstmBackward of " + n,
                    (p, a) -> p.gates().lstmBackward(h, four, before, c, a.get(0), a.get(1)),
                    samples.normal(3, n),
                    samples.normal(3, 4 * n));
            agree(
                    "gru of " + n,
                    (p, a) -> p.gates().gru(a.get(0), a.get(1), before, a.get(2)),
                    three,
                    samples.normal(3, 3 * n),
                    h);
            agree(
                    "gruBackward of " + n,
                    (p, a) -> p.gates().gruBackward(a.get(0), three, hidden, before, a.get(1), a.get(2)),
                    h,
                    samples.normal(3, 3 * n),
                    samples.normal(3, 3 * n));
        }
    }

    @Test
    void binaryFunctions() {
        for (var op : Binary.values())
            for (int n : LONG_SIZES) {
                if (op.isPredicate()) continue;
                Array x = samples.odd(n), y = zeros(x.layout(), DType.FLOAT32);
                for (var b : new Array[] {samples.odd(n), samples.normal(1)})
                    agree(op + " of " + n, (p, a) -> p.pointwise().binary(op, a.get(0), a.get(1), a.get(2)), x, b, y);
            }
    }

    @Test
    void functionsOfThree() {
        for (var op : Ternary.values())
            for (int n : LONG_SIZES) {
                var y = zeros(Layout.contiguous(Shape.of(n)), DType.FLOAT32);
                for (var b : new Array[] {samples.odd(n), samples.normal(1)})
                    for (var c : new Array[] {samples.odd(n), samples.normal(1)})
                        agree(
                                op + " of " + n,
                                (p, a) -> p.pointwise().ternary(op, 0.7, a.get(0), a.get(1), a.get(2), a.get(3)),
                                samples.odd(n),
                                b,
                                c,
                                y);
            }
    }

    @Test
    void functionsOfOtherTypes() {
        for (var dtype : new DType[] {DType.BOOL, DType.UINT8, DType.INT32, DType.INT64, DType.FLOAT64, DType.BFLOAT16})
            for (var op : new Binary[] {Binary.ADD, Binary.MUL, Binary.MAX, Binary.BIT_XOR, Binary.LT, Binary.NE})
                for (int n : LONG_SIZES) {
                    boolean floating = dtype.isFloatingPoint();
                    Array x = floating ? samples.odd(dtype, n) : samples.whole(dtype, 0, 100, n);
                    Array y = zeros(x.layout(), op.isPredicate() ? DType.BOOL : dtype);
                    for (var b : new Array[] {x, samples.whole(dtype, 0, 100, 1)})
                        agree(
                                op + " of " + n + " " + dtype,
                                (p, a) -> p.pointwise().binary(op, a.get(0), a.get(1), a.get(2)),
                                x,
                                b,
                                y);
                }
    }

    @Test
    void binaryFunctionsOfViews() {
        for (var op : new Binary[] {Binary.ADD, Binary.RELU_GRAD})
            for (var left : Samples.layouts(5, 70, 9))
                for (var right : Samples.layouts(5, 70, 9))
                    agree(
                            op.toString(),
                            (p, a) -> p.pointwise().binary(op, a.get(0), a.get(1), a.get(2)),
                            samples.normal(left),
                            samples.normal(right),
                            zeros(left, DType.FLOAT32));
    }

    @Test
    void reductions() {
        int[][] shapes = {{5000}, {300, 7}, {7, 300}, {65, 2049}, {40, 64}, {3, 40, 70}, {2, 3, 4, 500}, {5000, 3}};
        int[][] dims = {{0}, {1}, {0, 1}, {2}, {0, 2}, {1, 2}, {0, 2, 3}};
        for (int[] shape : shapes)
            for (var layout : Samples.layouts(shape))
                for (int[] reduced : dims) {
                    if (reduced[reduced.length - 1] >= shape.length) continue;
                    int[] sizes = shape.clone();
                    for (int d : reduced) sizes[d] = 1;
                    var y = zeros(Layout.contiguous(Shape.of(sizes)), DType.FLOAT32);
                    for (var op : new Op[] {Op.SUM, Op.MAX, Op.MIN})
                        agree(
                                op + " of " + layout,
                                (p, a) -> p.reduce()
                                        .reduce(
                                                op,
                                                a.get(0),
                                                a.get(1).as(y.layout().broadcast(layout.shape()))),
                                samples.normal(layout),
                                y);
                }
    }

    @Test
    void products() {
        for (int n : new int[] {1, 3, 4, 20, 65})
            for (int m : new int[] {1, 4, 16, 17, 32, 33, 100})
                for (int k : new int[] {40, 300})
                    for (var left : Samples.layouts(n, k))
                        for (var right : Samples.layouts(k, m))
                            agree(
                                    left + " by " + right,
                                    (p, a) -> p.gemm().matmul(a.get(0), a.get(1), a.get(2), a.get(3)),
                                    samples.normal(left),
                                    samples.normal(right),
                                    samples.normal(m),
                                    samples.normal(n, m));
    }

    @Test
    void convolutions() {
        int[][] cases = {
            {2, 3, 9, 8, 5, 1, 3, 1, 1},
            {3, 4, 12, 12, 6, 2, 3, 2, 1},
            {9, 1, 28, 28, 6, 1, 5, 1, 0},
            {2, 16, 7, 7, 32, 1, 1, 1, 0}
        };
        for (int[] c : cases)
            for (boolean last : new boolean[] {false, true}) {
                var window = new Window(
                        new int[] {c[6], c[6]}, new int[] {c[7], c[7]}, new int[] {c[8], c[8]}, new int[] {1, 1});
                Shape in = Shape.of(c[0], c[1], c[2], c[3]), w = Shape.of(c[4], c[1] / c[5], c[6], c[6]);
                var out = Shape.of(c[0], c[4], window.outputs(0, c[2]), window.outputs(1, c[3]));
                Layout x = last ? Layout.channelsLast(in) : Layout.contiguous(in),
                        y = last ? Layout.channelsLast(out) : Layout.contiguous(out);
                Array[] arrays = {samples.normal(x), samples.normal(w.sizes()), samples.normal(c[4]), samples.normal(y)
                };
                agree("conv", (p, a) -> p.conv().forward(a.get(0), a.get(1), a.get(2), a.get(3), window, c[5]), arrays);
                agree("conv dx", (p, a) -> p.conv().backwardData(a.get(3), a.get(1), a.get(0), window, c[5]), arrays);
                agree(
                        "conv dw",
                        (p, a) -> p.conv().backwardWeights(a.get(0), a.get(3), a.get(1), a.get(2), window, c[5]),
                        arrays);
            }
    }

    @Test
    void normalisation() {
        for (int[] shape :
                new int[][] {{300, 7}, {64, 2500}, {3, 20, 65}, {4, 6, 14, 14}, {2, 70, 33, 33}, {1, 300, 50}})
            for (boolean last : new boolean[] {false, true}) {
                if (last && shape.length < 3) continue;
                var layout = last ? Layout.channelsLast(Shape.of(shape)) : Layout.contiguous(Shape.of(shape));
                int c = shape[1];
                Array x = samples.normal(layout), y = samples.normal(layout), dy = samples.normal(layout);
                Array mean = samples.normal(c),
                        variance = samples.positive(c),
                        w = samples.normal(c),
                        b = samples.normal(c);
                agree("moments", (p, a) -> p.norm().moments(a.get(0), a.get(1), a.get(2)), x, mean, variance);
                agree(
                        "normalize",
                        (p, a) -> p.norm().normalize(a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), 1e-3, a.get(5)),
                        x,
                        mean,
                        variance,
                        w,
                        b,
                        y);
                agree(
                        "backward",
                        (p, a) -> p.norm()
                                .backward(
                                        a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), 1e-3, a.get(5), a.get(6),
                                        a.get(7)),
                        dy,
                        x,
                        mean,
                        variance,
                        w,
                        y,
                        b,
                        Samples.copy(b));
            }
    }

    @Test
    void softmax() {
        for (boolean log : new boolean[] {false, true})
            for (int m : new int[] {33, 64, 65, 100, 1000, 2048, 2049, 5000}) {
                Array x = samples.normal(5, m), y = samples.normal(5, m), dy = samples.normal(5, m);
                agree("softmax of " + m, (p, a) -> p.softmax().softmax(log, a.get(0), a.get(1)), x, y);
                agree(
                        "softmax gradient of " + m,
                        (p, a) -> p.softmax().backward(log, a.get(0), a.get(1), a.get(2)),
                        dy,
                        y,
                        x);
            }
    }

    @Test
    void updates() {
        for (var one : RuleSamples.cases())
            for (int n : new int[] {128, 203, 1000, 4500}) {
                var operands = RuleSamples.operands(samples, one, DType.FLOAT32, Layout.contiguous(Shape.of(n)));
                agree(
                        one.rule().toString(),
                        (p, a) -> p.update().update(new Update.Step(one.rule(), a.toArray(Array[]::new)), 0, n),
                        operands);
            }
    }
}
