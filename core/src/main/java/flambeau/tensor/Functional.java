package flambeau.tensor;

import flambeau.args.Args;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives of whole functions.
 *
 * @param createGraph whether what is found can be differentiated in turn
 * @param strict whether a derivative that is 0 because nothing depends on an input is refused
 */
record Functional(String name, boolean createGraph, boolean strict) {
    static UnaryOperator<List<Tensor>> lifted(UnaryOperator<Tensor> function) {
        return all -> List.of(function.apply(all.getFirst()));
    }

    List<List<Tensor>> jacobian(UnaryOperator<List<Tensor>> function, List<Tensor> inputs) {
        try (var _ = Tensors.enableGrad()) {
            var xs = prepared(inputs);
            var ys = function.apply(xs);
            var all = new ArrayList<List<Tensor>>();
            for (int i = 0; i < ys.size(); i++) all.add(rows(ys.get(i), i, xs));
            return all;
        }
    }

    /** The Jacobian of result {@code i}, by each of {@code xs}. */
    private List<Tensor> rows(Tensor y, int i, List<Tensor> xs) {
        check(!strict || y.requiresGrad(), "result %d does not depend on an input", i);
        var rows = new ArrayList<List<Tensor>>();
        for (var _ : xs) rows.add(new ArrayList<>());
        for (int e = 0; e < y.numel(); e++) {
            var dy = Tensors.zeros(y.shape()).to(y.dtype());
            dy.view(-1).get(e).fill_(1);
            var found = gradients(List.of(y), xs, List.of(dy), createGraph);
            for (int j = 0; j < xs.size(); j++) rows.get(j).add(or0(found.get(j), xs.get(j), i, j, true));
        }
        var all = new ArrayList<Tensor>();
        for (int j = 0; j < xs.size(); j++) {
            var shape = concat(y.shape().sizes(), xs.get(j).shape().sizes());
            var whole = rows.get(j).isEmpty() ? Tensors.zerosLike(xs.get(j)).sum() : Tensors.stack(rows.get(j), 0);
            all.add(
                    rows.get(j).isEmpty()
                            ? Tensors.zeros(shape).to(xs.get(j).dtype())
                            : finished(whole.reshape(shape)));
        }
        return all;
    }

    List<List<Tensor>> hessian(Autograd.ToOne function, List<Tensor> inputs) {
        var inner = new Functional(name, true, strict);
        return jacobian(
                xs -> {
                    var found = inner.jacobian(all -> List.of(scalar(function.apply(all))), xs)
                            .getFirst();
                    var shaped = new ArrayList<Tensor>();
                    for (int j = 0; j < xs.size(); j++)
                        shaped.add(found.get(j).reshape(xs.get(j).shape().sizes()));
                    return shaped;
                },
                inputs);
    }

    Autograd.Products vjp(UnaryOperator<List<Tensor>> function, List<Tensor> inputs, @Nullable List<Tensor> v) {
        try (var _ = Tensors.enableGrad()) {
            var xs = prepared(inputs);
            var ys = function.apply(xs);
            var found = gradients(ys, xs, vectors(v, ys, "results"), createGraph);
            return new Autograd.Products(finished(ys), filled(found, xs));
        }
    }

    Autograd.Products jvp(UnaryOperator<List<Tensor>> function, List<Tensor> inputs, @Nullable List<Tensor> v) {
        try (var _ = Tensors.enableGrad()) {
            var xs = prepared(inputs);
            var vs = vectors(v, xs, "inputs");
            var ys = function.apply(xs);
            return new Autograd.Products(finished(ys), forward(ys, xs, vs));
        }
    }

    Autograd.Products vhp(Autograd.ToOne function, List<Tensor> inputs, @Nullable List<Tensor> v) {
        try (var _ = Tensors.enableGrad()) {
            var xs = prepared(inputs);
            var vs = vectors(v, xs, "inputs");
            var y = scalar(function.apply(xs));
            var first = filled(gradients(List.of(y), xs, List.of(Tensors.onesLike(y)), true), xs, true);
            return new Autograd.Products(finished(List.of(y)), filled(gradients(first, xs, vs, createGraph), xs));
        }
    }

    Autograd.Products hvp(Autograd.ToOne function, List<Tensor> inputs, @Nullable List<Tensor> v) {
        try (var _ = Tensors.enableGrad()) {
            var xs = prepared(inputs);
            var vs = vectors(v, xs, "inputs");
            var y = scalar(function.apply(xs));
            var first = filled(gradients(List.of(y), xs, List.of(Tensors.onesLike(y)), true), xs, true);
            return new Autograd.Products(finished(List.of(y)), forward(first, xs, vs));
        }
    }

    /** The Jacobian of {@code ys} times {@code vs}: the derivative of a vector times the Jacobian by that vector. */
    private List<Tensor> forward(List<Tensor> ys, List<Tensor> xs, List<Tensor> vs) {
        var dys = new ArrayList<Tensor>();
        for (var y : ys) dys.add(Tensors.zerosLike(y).requiresGrad_());
        var dxs = gradients(ys, xs, dys, true);
        var outputs = new ArrayList<Tensor>();
        var vectors = new ArrayList<Tensor>();
        for (int j = 0; j < xs.size(); j++) {
            var dx = dxs.get(j);
            check(!strict || dx != null, "no result depends on input %d", j);
            if (dx == null) continue;
            outputs.add(dx);
            vectors.add(vs.get(j));
        }
        return filled(gradients(outputs, dys, vectors, createGraph), ys);
    }

    private List<@Nullable Tensor> gradients(List<Tensor> ys, List<Tensor> xs, List<Tensor> dys, boolean create) {
        var outputs = new ArrayList<Tensor>();
        var given = new ArrayList<Tensor>();
        for (int i = 0; i < ys.size(); i++) {
            check(!strict || ys.get(i).requiresGrad(), "result %d does not depend on an input", i);
            if (!ys.get(i).requiresGrad()) continue;
            outputs.add(ys.get(i));
            given.add(dys.get(i));
        }
        if (outputs.isEmpty()) return Collections.nCopies(xs.size(), null);
        return Tensors.grad(
                outputs, xs, given, Args.createGraph(create), Args.retainGraph(true), Args.allowUnused(true));
    }

    private List<Tensor> filled(List<@Nullable Tensor> found, List<Tensor> like) {
        return filled(found, like, false);
    }

    private List<Tensor> filled(List<@Nullable Tensor> found, List<Tensor> like, boolean keepsGraph) {
        var all = new ArrayList<Tensor>();
        for (int j = 0; j < like.size(); j++) {
            var one = or0(found.get(j), like.get(j), 0, j, false);
            all.add(keepsGraph ? one : finished(one));
        }
        return all;
    }

    private Tensor or0(@Nullable Tensor found, Tensor like, int i, int j, boolean several) {
        if (several) check(!strict || found != null, "result %d does not depend on input %d", i, j);
        else check(!strict || found != null, "nothing depends on input %d", j);
        return found == null ? Tensors.zerosLike(like) : found;
    }

    /** The inputs, cut off from what made them unless the derivatives are to be differentiated by that. */
    private List<Tensor> prepared(List<Tensor> inputs) {
        check(!inputs.isEmpty(), "there must be an input");
        var xs = new ArrayList<Tensor>();
        for (var x : inputs) {
            check(x.dtype().isFloatingPoint(), "inputs must be floating, got %s", x.dtype());
            boolean keeps = createGraph && x.requiresGrad();
            xs.add(keeps ? x.view(x.shape().sizes()) : x.detach().requiresGrad_());
        }
        return xs;
    }

    private List<Tensor> vectors(@Nullable List<Tensor> v, List<Tensor> like, String what) {
        if (v == null) {
            check(like.size() == 1 && like.getFirst().numel() == 1, "v may be left out for one element only");
            return List.of(Tensors.onesLike(like.getFirst()));
        }
        check(v.size() == like.size(), "v must have as many tensors as %s, %d, got %d", what, like.size(), v.size());
        for (int i = 0; i < v.size(); i++)
            check(
                    v.get(i).shape().equals(like.get(i).shape()),
                    "v must have the shape %s, got %s",
                    like.get(i).shape(),
                    v.get(i).shape());
        return v;
    }

    private Tensor scalar(Tensor y) {
        check(y.numel() == 1, "the function must give one element, gave the shape %s", y.shape());
        return y;
    }

    private List<Tensor> finished(List<Tensor> all) {
        return all.stream().map(this::finished).toList();
    }

    private Tensor finished(Tensor x) {
        return createGraph ? x : x.detach();
    }

    private void check(boolean holds, String message, Object... values) {
        Check.that(holds, name + ": " + message, values);
    }

    private static int[] concat(int[] a, int[] b) {
        var all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
