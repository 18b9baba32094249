package flambeau.tensor;

import static flambeau.args.Args.fastMode;
import static flambeau.args.Args.genNonContigGradOutputs;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a user's gradcheck and gradgradcheck find for the rows of the op table that have finite differences. */
final class GradientChecks {
    private GradientChecks() {}

    private static UnaryOperator<List<Tensor>> function(Row row) {
        return xs -> List.of(row.f().apply(xs));
    }

    private static boolean hasLeaves(List<Tensor> inputs) {
        return !OpChecks.leaves(inputs).isEmpty();
    }

    /** Whole Jacobians; of second order in one direction. */
    static void plain(Row row) {
        var inputs = row.draw();
        if (!hasLeaves(inputs)) return;
        assertTrue(Autograd.gradcheck(function(row), inputs));
        assertTrue(Autograd.gradgradcheck(function(row), inputs, fastMode(true)));
    }

    /** The gradients of gradients on views, with gradients of results that are views as well. */
    static void strided(Row row) {
        for (var disguise : List.of(Disguise.TRANSPOSED, Disguise.SLICED)) {
            var inputs = row.draw().stream().map(disguise::wear).toList();
            if (!hasLeaves(inputs)) return;
            assertTrue(
                    Autograd.gradgradcheck(function(row), inputs, fastMode(true), genNonContigGradOutputs(true)),
                    disguise::toString);
        }
    }

    /** The same where one input is stretched, if the operation does that: its size 1 gives the result of the whole. */
    static void broadcasting(Row row) {
        for (int i = 0; i < row.inputs().size(); i++) {
            if (!row.inputs().get(i).isFloating()) continue;
            for (int d = 0; d < row.inputs().get(i).sizes().length; d++) {
                var inputs = stretched(row, i, d);
                if (inputs == null) continue;
                assertTrue(
                        Autograd.gradcheck(function(row), inputs, fastMode(true)), "dimension " + d + " of input " + i);
                assertTrue(
                        Autograd.gradgradcheck(function(row), inputs, fastMode(true)),
                        "dimension " + d + " of input " + i);
                break;
            }
        }
    }

    /** The inputs with size 1 in dimension {@code d} of input {@code i}; null if that does not give the same shape. */
    private static @Nullable List<Tensor> stretched(Row row, int i, int d) {
        if (row.inputs().size() < 2 || row.inputs().get(i).sizes()[d] < 2) return null;
        var expected = row.f().apply(row.draw()).shape();
        var inputs = new ArrayList<>(row.draw());
        inputs.set(i, inputs.get(i).narrow(d, 0, 1).clone());
        try {
            if (!row.f().apply(inputs).shape().equals(expected)) return null;
        } catch (RuntimeException e) {
            return null; // the operation does not broadcast
        }
        OpChecks.leaves(inputs);
        return inputs;
    }

    /** Of inputs without elements, or that give results without. */
    static void empty(Row row) {
        var inputs = row.draw();
        if (!hasLeaves(inputs)) return;
        assertTrue(Autograd.gradcheck(function(row), inputs));
        assertTrue(Autograd.gradgradcheck(function(row), inputs));
    }
}
