package flambeau.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.args.Args;
import flambeau.array.DType;
import flambeau.tensor.Recorded.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds for every row of the op table. */
final class OpChecks {
    private static final double EXACT = 1e-11; // relative to the largest value: sums of a few dozen float64 numbers
    private static final double DIFFERENCE = 2e-6; // of central differences with H
    private static final double H = 1e-5;

    /** What results may be off by where inputs and results are rounded to a dtype, relative to the largest value. */
    private static final Map<DType, Double> ROUNDING =
            Map.of(DType.FLOAT32, 1e-6, DType.FLOAT16, 8e-3, DType.BFLOAT16, 6e-2);

    private OpChecks() {}

    static List<Tensor> leaves(List<Tensor> inputs) {
        return inputs.stream()
                .filter(x -> x.dtype().isFloatingPoint())
                .map(Tensor::requiresGrad_)
                .toList();
    }

    /** The gradient of the result that record_ops.py also draws. */
    static Tensor dy(Tensor y) {
        return Tensors.rand(y.shape(), Args.dtype(DType.FLOAT64)).add(0.5).to(y.dtype());
    }

    static void value(Row row) {
        var expected = Recorded.of(row).y();
        var y = row.f().apply(row.draw());
        assertEquals("torch." + expected.dtype(), y.dtype().toString());
        assertSame(expected, y, EXACT);
    }

    static void gradient(Row row) {
        var recorded = Recorded.of(row);
        var inputs = row.draw();
        var leaves = leaves(inputs);
        var y = row.f().apply(inputs);
        assertEquals(recorded.gradFn(), String.valueOf(y.gradFn()).replaceAll("[<>]", ""), "grad_fn");
        var dy = dy(y);
        y.backward(dy);
        for (int i = 0; i < leaves.size(); i++) {
            var leaf = leaves.get(i);
            var grad = leaf.grad() == null ? Tensors.zerosLike(leaf) : leaf.grad();
            assertSame(recorded.gradients().get(i), grad, EXACT);
            if (row.smooth()) assertDifferences(leaf, grad, () -> dot(row.f().apply(inputs), dy));
        }
    }

    /** The gradient of a weighted sum of the gradients. */
    static void secondOrder(Row row) {
        var inputs = row.draw();
        var leaves = leaves(inputs);
        var y = row.f().apply(inputs);
        var dy = dy(y);
        var weights = new ArrayList<Tensor>();
        for (var leaf : leaves) weights.add(dy(leaf));
        var gradients = Tensors.grad(List.of(y), leaves, List.of(dy), Args.createGraph(true), Args.allowUnused(true));
        Tensor sum = null;
        for (int i = 0; i < leaves.size(); i++) {
            var g = gradients.get(i);
            if (g == null || !g.requiresGrad()) continue;
            var part = g.mul(weights.get(i)).sum();
            sum = sum == null ? part : sum.add(part);
        }
        if (sum != null) sum.backward();
        for (var leaf : leaves) {
            var grad = leaf.grad() == null ? Tensors.zerosLike(leaf) : leaf.grad();
            assertDifferences(leaf, grad, () -> {
                try (var _ = Tensors.enableGrad()) {
                    var again =
                            Tensors.grad(List.of(row.f().apply(inputs)), leaves, List.of(dy), Args.allowUnused(true));
                    double total = 0;
                    for (int i = 0; i < leaves.size(); i++)
                        if (again.get(i) != null) total += dot(again.get(i), weights.get(i));
                    return total;
                }
            });
        }
    }

    private interface Scalar {
        double now();
    }

    private static double dot(Tensor a, Tensor b) {
        double[] x = a.detach().toDoubleArray(), y = b.toDoubleArray();
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    private static void assertDifferences(Tensor x, Tensor grad, Scalar f) {
        var differences = new double[(int) x.numel()];
        try (var _ = Tensors.noGrad()) {
            var flat = x.reshape(-1);
            for (int i = 0; i < differences.length; i++) {
                var place = flat.get(i);
                double before = place.item().doubleValue();
                place.fill_(before + H);
                double above = f.now();
                place.fill_(before - H);
                double below = f.now();
                place.fill_(before);
                differences[i] = (above - below) / (2 * H);
            }
        }
        double[] values = grad.detach().toDoubleArray();
        for (int i = 0; i < differences.length; i++)
            assertEquals(differences[i], values[i], DIFFERENCE * (1 + Math.abs(differences[i])), "difference at " + i);
    }

    /** The same result and gradients when each input is a view of something larger or in another order. */
    static void views(Row row) {
        for (var disguise : Disguise.values()) {
            var plain = row.draw();
            var hidden = row.draw().stream().map(disguise::wear).toList();
            List<Tensor> leaves = leaves(plain), hiddenLeaves = leaves(hidden);
            var expected = row.f().apply(plain);
            var y = row.f().apply(hidden);
            assertNear(expected, y, EXACT, disguise.toString());
            if (!row.differentiable()) continue;
            var dy = dy(expected);
            expected.backward(dy);
            y.backward(disguise.wear(dy.detach()));
            for (int i = 0; i < leaves.size(); i++)
                if (leaves.get(i).grad() != null)
                    assertNear(leaves.get(i).grad(), hiddenLeaves.get(i).grad(), EXACT, disguise + ": gradient " + i);
        }
    }

    /** The dtype stays, and the result is that of float64 on the rounded inputs. */
    static void dtypes(Row row) {
        var recorded = Recorded.of(row).y();
        if (row.inputs().stream().noneMatch(Sample::isFloating)) return;
        for (var dtype : ROUNDING.keySet()) {
            var rounded = row.draw().stream()
                    .map(x -> x.dtype() == DType.FLOAT64 ? x.to(dtype) : x)
                    .toList();
            var exact = rounded.stream()
                    .map(x -> x.dtype() == dtype ? x.to(DType.FLOAT64) : x)
                    .toList();
            if (dtype != DType.FLOAT32 && takesNoHalf(row, rounded)) continue;
            var y = row.f().apply(rounded);
            boolean kept = recorded.dtype().equals("float64");
            assertEquals(kept ? dtype : exactDtype(recorded), y.dtype());
            assertNear(row.f().apply(exact), y.to(DType.FLOAT64), ROUNDING.get(dtype), dtype.toString());
        }
    }

    /** Whether the operation refuses half precision, as factorisations do. */
    private static boolean takesNoHalf(Row row, List<Tensor> inputs) {
        try {
            row.f().apply(inputs);
            return false;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("must be float32 or float64");
        }
    }

    private static DType exactDtype(Numbers recorded) {
        return DType.valueOf(recorded.dtype().toUpperCase(java.util.Locale.ROOT));
    }

    static void refusal(Row row, Row.Refusal refusal) {
        var inputs = Row.draw(refusal.inputs());
        var before = inputs.stream().map(Tensor::toByteArray).toList();
        var thrown = assertThrows(Exception.class, () -> row.f().apply(inputs));
        assertEquals(refusal.message(), thrown.getMessage());
        assertEquals(refusal.type(), thrown.getClass());
        for (int i = 0; i < inputs.size(); i++)
            assertArrayEquals(before.get(i), inputs.get(i).toByteArray());
    }

    static void assertSame(Numbers expected, Tensor y, double tolerance) {
        assertArrayEquals(expected.sizes(), y.shape().sizes(), "shape");
        assertNear(expected.values(), y.detach().toDoubleArray(), tolerance, "value");
    }

    private static void assertNear(Tensor expected, Tensor y, double tolerance, String what) {
        assertEquals(expected.shape(), y.shape(), what);
        assertNear(
                expected.detach().to(DType.FLOAT64).toDoubleArray(),
                y.detach().to(DType.FLOAT64).toDoubleArray(),
                tolerance,
                what);
    }

    private static void assertNear(double[] expected, double[] values, double tolerance, String what) {
        double largest = 1;
        for (double v : expected) if (Double.isFinite(v)) largest = Math.max(largest, Math.abs(v));
        assertArrayEquals(expected, values, tolerance * largest, what);
    }
}
