package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what a call gave with what was recorded. */
final class Compare {
    /** A tensor of a result and the gradient that it is given, or none. */
    record Leaf(Tensor got, Tensor expected, Object gradient) {}

    private Compare() {}

    /** Fails unless {@code got} is {@code expected}. */
    static void same(String what, Object got, Object expected, Tolerance tolerance) {
        leaves(what, got, expected, NONE, tolerance, new Signs(false));
    }

    /** The tensors of a result beside their gradients; fails unless all values are as expected. */
    static List<Leaf> leaves(
            String what, Object got, Object expected, Object gradient, Tolerance tolerance, Signs signs) {
        var found = new ArrayList<Leaf>();
        walk(what, got, expected, gradient, tolerance, signs, found);
        return found;
    }

    private static void walk(
            String what,
            Object got,
            Object expected,
            Object gradient,
            Tolerance tolerance,
            Signs signs,
            List<Leaf> found) {
        var parts = Results.parts(expected);
        if (parts == null) {
            var own = present(Results.parts(got));
            leaf(
                    what,
                    own != null && own.size() == 1 ? own.getFirst() : got,
                    expected,
                    gradient,
                    tolerance,
                    signs,
                    found);
            return;
        }
        var gradients = gradient instanceof List<?> list && list.size() == parts.size() ? list : null;
        var wanted = new ArrayList<Object>();
        var wantedGradients = new ArrayList<Object>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == NONE) continue;
            wanted.add(parts.get(i));
            wantedGradients.add(gradients != null ? gradients.get(i) : i == 0 ? gradient : NONE);
        }
        var own = present(Results.parts(got));
        if (own == null) own = got == NONE ? List.of() : List.of(got);
        if (own.size() == 1 && wanted.size() != 1 && Results.parts(own.getFirst()) != null)
            own = present(Results.parts(own.getFirst()));
        if (own == null || own.size() != wanted.size())
            throw new Failed(
                    "%s: expected %d parts, got %s".formatted(what, wanted.size(), own == null ? "none" : own.size()));
        for (int i = 0; i < own.size(); i++)
            walk(what + '[' + i + ']', own.get(i), wanted.get(i), wantedGradients.get(i), tolerance, signs, found);
    }

    private static @Nullable List<Object> present(@Nullable List<Object> parts) {
        return parts == null ? null : parts.stream().filter(p -> p != NONE).toList();
    }

    private static void leaf(
            String what,
            Object got,
            Object expected,
            Object gradient,
            Tolerance tolerance,
            Signs signs,
            List<Leaf> found) {
        switch (expected) {
            case Tensor x -> {
                if (!(got instanceof Tensor y)) throw differs(what, "a tensor", got);
                if (gradient instanceof Tensor dy) gradient = signs.compare(what, y, x, dy, tolerance);
                else signs.compare(what, y, x, null, tolerance);
                found.add(new Leaf(y, x, gradient));
            }
            case Given.Sparse sparse -> {
                if (!(got instanceof Tensor y)) throw differs(what, "a tensor", got);
                tensors(what, y, dense(sparse), tolerance);
            }
            case Double x -> {
                if (!(got instanceof Double || got instanceof Float)
                        || !tolerance.accepts(((Number) got).doubleValue(), x)) throw differs(what, x, got);
            }
            case Long n -> {
                if (!(got instanceof Long || got instanceof Integer) || ((Number) got).longValue() != n)
                    throw differs(what, n, got);
            }
            default -> {
                if (!got.equals(expected)) throw differs(what, expected, got);
            }
        }
    }

    private static Failed differs(String what, Object expected, Object got) {
        var text = got instanceof Tensor x ? x.describe() : got.toString();
        return new Failed("%s: expected %s, got %s".formatted(what, expected, text));
    }

    static Tensor dense(Given.Sparse sparse) {
        int[] sizes =
                sparse.size().stream().mapToInt(n -> ((Long) n).intValue()).toArray();
        var y = flambeau.tensor.Tensors.zeros(
                Shape.of(sizes), flambeau.args.Args.dtype(sparse.values().dtype()));
        var rows = sparse.indices().toLongArray();
        for (int i = 0; i < rows.length; i++)
            y.get((int) rows[i]).copy_(sparse.values().get(i));
        return y;
    }

    /** Fails unless dtype, shape and values agree. */
    static void tensors(String what, Tensor got, Tensor expected, Tolerance tolerance) {
        form(what, got, expected);
        if (!sameBits(got, expected)) throw new Failed(what + ": differs in the last digits of its int64 numbers");
        var fault = values(numbers(got), numbers(expected), expected, tolerance);
        if (fault != null) throw new Failed(what + ": " + fault);
    }

    /** Whether int64 numbers are equal, of which a double cannot hold all; true of other dtypes. */
    static boolean sameBits(Tensor got, Tensor expected) {
        return expected.dtype() != DType.INT64
                || Arrays.equals(got.detach().toLongArray(), expected.toLongArray())
                || !Arrays.equals(numbers(got), numbers(expected));
    }

    static void form(String what, Tensor got, Tensor expected) {
        if (got.dtype() != expected.dtype())
            throw new Failed("%s: expected dtype %s, got %s".formatted(what, expected.dtype(), got.dtype()));
        if (!got.shape().equals(expected.shape()))
            throw new Failed("%s: expected shape %s, got %s"
                    .formatted(what, expected.shape().text(), got.shape().text()));
    }

    static double[] numbers(Tensor x) {
        return x.detach().toDoubleArray();
    }

    /** What is wrong with the values, or null. */
    static @Nullable String values(double[] got, double[] expected, Tensor like, Tolerance tolerance) {
        if (!like.dtype().isFloatingPoint()) tolerance = Tolerance.EXACT;
        int wrong = 0, first = -1;
        for (int i = 0; i < expected.length; i++) {
            if (tolerance.accepts(got[i], expected[i])) continue;
            if (first < 0) first = i;
            wrong++;
        }
        if (wrong == 0) return null;
        return "at %s expected %s, got %s (%d of %d differ)"
                .formatted(place(first, like.shape()), expected[first], got[first], wrong, expected.length);
    }

    private static String place(int flat, Shape shape) {
        int[] at = new int[shape.rank()];
        for (int d = at.length - 1; d >= 0; d--) {
            at[d] = flat % shape.get(d);
            flat /= shape.get(d);
        }
        return Arrays.toString(at);
    }

    /** Fails unless every tensor in {@code now} has the bits that it has in {@code before}. */
    static void unchanged(String what, Object now, Object before) {
        if (now instanceof Tensor x && before instanceof Tensor y) {
            boolean same = x.dtype() == y.dtype()
                    && x.shape().equals(y.shape())
                    && Arrays.equals(x.detach().toByteArray(), y.toByteArray());
            if (!same) throw new Failed(what + ": was changed");
        } else if (now instanceof List<?> a && before instanceof List<?> b) {
            for (int i = 0; i < a.size(); i++) unchanged(what + '[' + i + ']', a.get(i), b.get(i));
        }
    }
}
