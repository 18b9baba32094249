package flambeau.optim;

import flambeau.tensor.Tensor;
import flambeau.tensor.Updates;

/** The gradients of a step: all that can be refused is refused here, before a parameter is changed. */
final class StepGradients {
    private StepGradients() {}

    /** Takes all gradients and makes what state is missing. */
    static void take(Optimizer optimizer) {
        for (var group : optimizer.groups())
            for (var state : group.states) {
                state.gradient = null; // of a step that was refused
                var grad = Updates.gradient(state.parameter);
                if (grad != null) check(optimizer, state, grad);
                state.gradient = grad;
            }
        for (var group : optimizer.groups())
            for (var state : group.states) {
                if (state.gradient == null || state.isMade) continue;
                optimizer.init(state.parameter, state);
                state.isMade = true;
            }
    }

    private static void check(Optimizer optimizer, State state, Tensor grad) {
        var p = state.parameter;
        if (!Updates.isLike(p, grad))
            throw new IllegalStateException("%s: the gradient of parameter %d is %s, the parameter is %s"
                    .formatted(optimizer.name(), state.number, grad.describe(), p.describe()));
        if (Updates.sparse(grad) != null) optimizer.checkSparse(state);
        else if (!optimizer.takesDense())
            throw new IllegalStateException("%s: the gradient of parameter %d is dense; Adam takes it"
                    .formatted(optimizer.name(), state.number));
        if (!state.fits())
            throw new IllegalStateException("%s: parameter %d has become %s, its state was made for another"
                    .formatted(optimizer.name(), state.number, p.describe()));
    }
}
