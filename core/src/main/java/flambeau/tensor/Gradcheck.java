package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Atol;
import flambeau.args.Rtol;
import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares gradients with finite differences. */
record Gradcheck(
        String name,
        double eps,
        double atol,
        double rtol,
        double nondetTol,
        boolean raises,
        boolean undefined,
        boolean dtypes,
        boolean fast) {
    private static final int SEED = 0; // of directions and gradients that are drawn

    static Gradcheck of(String name, Arg<?>[] args) {
        var atol = given(args, Atol.class);
        var rtol = given(args, Rtol.class);
        return new Gradcheck(
                name,
                given(args, Args.eps(1e-6)).value(),
                atol == null ? 1e-5 : atol.value(),
                rtol == null ? 1e-3 : rtol.value(),
                given(args, Args.nondetTol(0)).value(),
                given(args, Args.raiseException(true)).value(),
                given(args, Args.checkUndefinedGrad(true)).value(),
                given(args, Args.checkGradDtypes(false)).value(),
                given(args, Args.fastMode(false)).value());
    }

    boolean run(UnaryOperator<List<Tensor>> function, List<Tensor> inputs) {
        Check.that(eps > 0, "%s: eps must be positive, got %s", name, eps);
        Check.that(inputs.stream().anyMatch(Tensor::requiresGrad), "%s: an input must require a gradient", name);
        for (int i = 0; i < inputs.size(); i++) checkApart(inputs.get(i), i);
        var failure = difference(function, inputs);
        Check.state(failure == null || !raises, "%s: %s", name, String.valueOf(failure));
        return failure == null;
    }

    boolean runTwice(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            @Nullable List<Tensor> gradOutputs,
            Arg<?>[] args) {
        boolean gaps = given(args, Args.genNonContigGradOutputs(false)).value();
        int n = inputs.size();
        var all = new ArrayList<>(inputs);
        var generator = new Generator().manualSeed(SEED);
        if (gradOutputs != null) for (var dy : gradOutputs) all.add(dy.detach().requiresGrad_());
        else for (var y : differentiable(recorded(function, inputs))) all.add(drawn(y, generator, gaps));
        return run(
                xs -> {
                    var ys = differentiable(recorded(function, xs.subList(0, n)));
                    Check.that(
                            ys.size() == xs.size() - n,
                            "%s: %d gradients were given for %d results",
                            name,
                            xs.size() - n,
                            ys.size());
                    var leaves = xs.subList(0, n).stream()
                            .filter(Tensor::requiresGrad)
                            .toList();
                    var found = new ArrayList<Tensor>();
                    try (var _ = Tensors.enableGrad()) {
                        for (var dx : Tensors.grad(
                                ys, leaves, xs.subList(n, xs.size()), Args.createGraph(true), Args.allowUnused(true)))
                            if (dx != null) found.add(dx);
                    }
                    return found;
                },
                all);
    }

    private static Tensor drawn(Tensor y, Generator generator, boolean gaps) {
        var sizes = y.shape().sizes();
        var wide = gaps && sizes.length > 0 ? Arrays.copyOf(sizes, sizes.length + 1) : sizes;
        if (wide != sizes) wide[sizes.length] = 2;
        var dy = Tensors.rand(Shape.of(wide), Args.dtype(DType.FLOAT64), Args.generator(generator))
                .mul(2)
                .sub(1)
                .to(y.dtype());
        return (wide == sizes ? dy : dy.select(-1, 0)).detach().requiresGrad_();
    }

    /** What is wrong; null if nothing is. */
    private @Nullable String difference(UnaryOperator<List<Tensor>> function, List<Tensor> inputs) {
        var found = recorded(function, inputs);
        var floating = new ArrayList<Integer>(); // the numbers of the results that count
        for (int i = 0; i < found.size(); i++) if (found.get(i).dtype().isFloatingPoint()) floating.add(i);
        for (int output : floating) {
            var y = found.get(output);
            for (int input = 0; input < inputs.size(); input++) {
                var x = inputs.get(input);
                if (!x.requiresGrad()) continue;
                var failure = compare(function, inputs, (int) y.numel(), output, input);
                if (failure != null) return failure;
            }
        }
        return undefined ? checkAbsent(differentiable(recorded(function, inputs)), inputs) : null;
    }

    private static List<Tensor> recorded(UnaryOperator<List<Tensor>> function, List<Tensor> inputs) {
        try (var _ = Tensors.enableGrad()) {
            return function.apply(inputs);
        }
    }

    private @Nullable String compare(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, int columns, int output, int input) {
        var x = inputs.get(input);
        var directions = fast ? Jacobian.directions((int) x.numel(), columns, new Generator().manualSeed(SEED)) : null;
        var jacobian = new Jacobian(function, inputs, output, x, eps, dtypes, directions);
        var numerical = jacobian.numerical();
        var y = recorded(function, inputs).get(output); // anew: the changes of x count as changes in place
        double[][] analytical, again;
        try {
            analytical = jacobian.analytical(y);
            again = jacobian.analytical(y);
        } catch (Jacobian.WrongDtype e) {
            return e.getMessage();
        }
        if (!near(numerical, analytical, atol, rtol))
            return "Jacobian mismatch for output %d with respect to input %d,\nnumerical: %s\nanalytical: %s"
                    .formatted(output, input, text(numerical), text(analytical));
        if (!near(analytical, again, nondetTol, 0))
            return "backward gives different gradients of output %d with respect to input %d when it runs twice"
                    .formatted(output, input);
        return null;
    }

    /** Results without a gradient must count as if theirs were 0. */
    private static @Nullable String checkAbsent(List<Tensor> ys, List<Tensor> inputs) {
        if (ys.size() < 2) return null;
        var leaves = inputs.stream().filter(Tensor::requiresGrad).toList();
        for (int i = 0; i < ys.size(); i++) {
            var y = ys.get(i);
            var found = Tensors.grad(
                    List.of(y), leaves, List.of(Tensors.zerosLike(y)), Args.retainGraph(true), Args.allowUnused(true));
            for (var dx : found)
                if (dx != null)
                    for (double value : dx.toDoubleArray())
                        if (value != 0)
                            return "backward does not take the gradients of all outputs but %d as zero".formatted(i);
        }
        return null;
    }

    private static List<Tensor> differentiable(List<Tensor> ys) {
        return ys.stream().filter(Tensor::requiresGrad).toList();
    }

    private static boolean near(double[][] a, double[][] b, double atol, double rtol) {
        for (int i = 0; i < a.length; i++)
            for (int k = 0; k < a[i].length; k++) {
                double x = a[i][k], y = b[i][k];
                if (x == y || Double.isNaN(x) && Double.isNaN(y)) continue;
                if (!(Math.abs(y - x) <= atol + rtol * Math.abs(x))) return false;
            }
        return true;
    }

    private static String text(double[][] rows) {
        return Objects.requireNonNull(
                rows.length == 0
                        ? "[]"
                        : Tensors.tensor(rows, Args.dtype(DType.FLOAT64)).toString());
    }

    private void checkApart(Tensor x, int i) {
        var layout = x.raw().layout();
        for (int d = 0; d < x.dim(); d++)
            Check.that(
                    layout.stride(d) != 0 || x.size(d) < 2 || !x.requiresGrad(),
                    "%s: elements of input %d share memory, so that one alone cannot change; use clone()",
                    name,
                    i);
    }
}
