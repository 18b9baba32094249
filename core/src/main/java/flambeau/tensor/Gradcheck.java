package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Atol;
import flambeau.args.Rtol;
import flambeau.array.DType;
import java.util.ArrayList;
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
        var wide = gaps && sizes.length > 0 ? java.util.Arrays.copyOf(sizes, sizes.length + 1) : sizes;
        if (wide != sizes) wide[sizes.length] = 2;
        var dy = Tensors.rand(flambeau.array.Shape.of(wide), Args.dtype(DType.FLOAT64), Args.generator(generator))
                .mul(2)
                .sub(1)
                .to(y.dtype());
        return (wide == sizes ? dy : dy.select(-1, 0)).detach().requiresGrad_();
    }

    /** What is wrong; null if nothing is. */
    private @Nullable String difference(UnaryOperator<List<Tensor>> function, List<Tensor> inputs) {
        var found = recorded(function, inputs);
        var shapes = new ArrayList<Integer>(); // which results count: those of floating numbers
        for (int i = 0; i < found.size(); i++) if (found.get(i).dtype().isFloatingPoint()) shapes.add(i);
        for (int output : shapes) {
            var y = found.get(output);
            for (int input = 0; input < inputs.size(); input++) {
                var x = inputs.get(input);
                if (!x.requiresGrad()) continue;
                var failure = compare(function, inputs, y.numel(), output, input);
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
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, long columns, int output, int input) {
        var x = inputs.get(input);
        var directions = fast ? directions((int) x.numel(), (int) columns) : null;
        var numerical = directions == null
                ? numerical(function, inputs, output, x, columns)
                : along(function, inputs, output, x, directions);
        var y = recorded(function, inputs).get(output); // anew: the changes of x count as changes in place
        double[][] analytical, again;
        try {
            analytical = analytical(y, x, directions);
            again = analytical(y, x, directions);
        } catch (WrongDtype e) {
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

    /** Rows are elements of x, columns those of the result. */
    private double[][] numerical(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, int output, Tensor x, long columns) {
        var rows = new double[(int) x.numel()][];
        for (int i = 0; i < rows.length; i++) {
            var place = place(x, i);
            double before = place.item().doubleValue();
            double[] above = shifted(function, inputs, output, place, before + eps);
            double[] below = shifted(function, inputs, output, place, before - eps);
            set(place, before);
            rows[i] = new double[(int) columns];
            for (int k = 0; k < columns; k++) rows[i][k] = (above[k] - below[k]) / (2 * eps);
        }
        return rows;
    }

    private static Tensor place(Tensor x, int i) {
        var place = x.detach();
        int rest = i;
        var index = new int[x.dim()];
        for (int d = x.dim() - 1; d >= 0; d--) {
            index[d] = rest % x.size(d);
            rest /= x.size(d);
        }
        for (int at : index) place = place.select(0, at);
        return place;
    }

    private static void set(Tensor place, double value) {
        try (var _ = Tensors.noGrad()) {
            place.fill_(value);
        }
    }

    private static double[] shifted(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, int output, Tensor place, double value) {
        set(place, value);
        return values(function, inputs, output);
    }

    private static double[] values(UnaryOperator<List<Tensor>> function, List<Tensor> inputs, int output) {
        try (var _ = Tensors.noGrad()) {
            return function.apply(inputs).get(output).detach().toDoubleArray();
        }
    }

    private double[][] analytical(Tensor y, Tensor x, double @Nullable [][] directions) {
        int n = (int) x.numel(), m = (int) y.numel();
        if (directions != null) {
            var dx = gradient(y, x, Tensors.tensor(directions[1], Args.dtype(DType.FLOAT64)));
            double sum = 0;
            for (int i = 0; i < n; i++) sum += dx[i] * directions[0][i];
            return new double[][] {{sum}};
        }
        var rows = new double[n][m];
        for (int k = 0; k < m; k++) {
            var one = new double[m];
            one[k] = 1;
            var dx = gradient(y, x, Tensors.tensor(one, Args.dtype(DType.FLOAT64)));
            for (int i = 0; i < n; i++) rows[i][k] = dx[i];
        }
        return rows;
    }

    private double[] gradient(Tensor y, Tensor x, Tensor dy) {
        if (!y.requiresGrad()) return new double[(int) x.numel()];
        var dx = Tensors.grad(
                        List.of(y),
                        List.of(x),
                        List.of(dy.reshape(y.shape().sizes()).to(y.dtype())),
                        Args.retainGraph(true),
                        Args.allowUnused(true))
                .getFirst();
        if (dx == null) return new double[(int) x.numel()];
        if (dtypes && dx.dtype() != x.dtype())
            throw new WrongDtype("a gradient is %s for an input of %s".formatted(dx.dtype(), x.dtype()));
        return dx.detach().toDoubleArray();
    }

    @SuppressWarnings("serial")
    private static final class WrongDtype extends RuntimeException {
        WrongDtype(String message) {
            super(message);
        }
    }

    /** A direction among the elements of x, and one among those of y. */
    private static double[][] directions(int n, int m) {
        var generator = new Generator().manualSeed(SEED);
        return new double[][] {unit(n, generator), unit(m, generator)};
    }

    private static double[] unit(int n, Generator generator) {
        var u = new double[n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            u[i] = generator.normal64();
            square += u[i] * u[i];
        }
        for (int i = 0; i < n; i++) u[i] /= Math.sqrt(square);
        return u;
    }

    private double[][] along(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, int output, Tensor x, double[][] directions) {
        var before = x.detach().clone();
        var step = Tensors.tensor(directions[0], Args.dtype(DType.FLOAT64))
                .reshape(x.shape().sizes())
                .mul(eps)
                .to(x.dtype());
        double[] above, below;
        try (var _ = Tensors.noGrad()) {
            x.detach().copy_(before.add(step));
            above = values(function, inputs, output);
            x.detach().copy_(before.sub(step));
            below = values(function, inputs, output);
            x.detach().copy_(before);
        }
        double sum = 0;
        for (int k = 0; k < above.length; k++) sum += directions[1][k] * (above[k] - below[k]) / (2 * eps);
        return new double[][] {{sum}};
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
