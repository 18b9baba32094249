package flambeau.conformance;

import static flambeau.args.Args.retainGraph;
import static flambeau.conformance.Given.None.NONE;

import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Backpropagates recorded gradients and compares what arrives. */
final class Gradients {
    private Gradients() {}

    /** Says which of {@code values} want a gradient: those beside a value of {@code gradients}. */
    static void want(Object values, Object gradients) {
        if (values instanceof Tensor x && x.isLeaf() && x.dtype().isFloatingPoint()) x.requiresGrad_();
        else if (values instanceof List<?> list) for (Object value : list) want(value, gradients);
        else if (values instanceof Given.Packed(var parts)) want(parts, gradients);
    }

    /** Backpropagates the gradients of all outputs. */
    static void backward(List<Compare.Leaf> outputs) {
        var roots = new ArrayList<Compare.Leaf>();
        for (var leaf : outputs) if (leaf.gradient() != NONE) roots.add(leaf);
        for (int i = 0; i < roots.size(); i++) {
            var leaf = roots.get(i);
            if (!leaf.got().requiresGrad()) throw new Failed("output " + i + " takes no gradient");
            leaf.got().backward((Tensor) leaf.gradient(), retainGraph(i < roots.size() - 1));
        }
    }

    /** Compares the gradients that arrived at the tensors of {@code values}. */
    static void compare(String what, Object values, Object expected, Tolerance tolerance) {
        if (values instanceof Tensor x) {
            var dx = x.grad();
            if (expected == NONE && dx == null) return;
            if (expected == NONE) throw new Failed(what + ": expected no gradient, got one");
            if (dx == null) throw new Failed(what + ": got no gradient");
            Compare.same(what, dx, expected, tolerance);
        } else if (expected instanceof List<?> list) {
            var parts = Results.parts(values);
            for (int i = 0; i < list.size(); i++)
                compare(what + '[' + i + ']', parts == null ? NONE : parts.get(i), list.get(i), tolerance);
        } else if (expected instanceof Given.Packed(var parts)) {
            compare(what, values, parts, tolerance);
        } else if (values instanceof Given.Packed(var parts)) {
            compare(what, parts.getFirst(), expected, tolerance);
        }
    }

    static void compareInputs(Case c, Map<String, Object> inputs) {
        var json = c.get("grad_inputs");
        if (json == null) return;
        c.values().map(json).forEach((name, expected) -> {
            var value = inputs.get(name);
            if (value == null) throw new Failed("grad_inputs: there is no input " + name);
            compare("gradient of " + name, value, expected, c.tolerance());
        });
    }
}
