package flambeau.nn.utils;

import static flambeau.args.Args.requiresGrad;

import flambeau.autograd.GradMode;
import flambeau.nn.ModuleList;
import flambeau.nn.Parameter;
import flambeau.tensor.Tensor;
import java.util.List;

/** The parametrisations of one parameter, in the order of their application, and what they are applied to. */
public final class ParametrizationList extends ModuleList<Parametrization> {
    private final String[] names;

    ParametrizationList(Parametrization first, Parameter parameter) {
        super(List.of(first));
        var originals = inverse(first, parameter);
        names = new String[originals.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = names.length == 1 ? "original" : "original" + i;
            registerParameter(names[i], new Parameter(originals[i].clone(), requiresGrad(parameter.requiresGrad())));
        }
    }

    private static Tensor[] inverse(Parametrization p, Tensor value) {
        try (var _ = GradMode.set(false)) {
            return p.rightInverse(value.detach());
        }
    }

    /** The parameter. */
    Tensor compute() {
        var originals = new Tensor[names.length];
        for (int i = 0; i < names.length; i++) originals[i] = getParameter(names[i]);
        var value = get(0).apply(originals);
        for (int i = 1; i < size(); i++) value = get(i).apply(value);
        return value;
    }

    /** What was learnt in place of the parameter, if that is one tensor. */
    Tensor original() {
        if (names.length > 1)
            throw new IllegalArgumentException(
                    "removeParametrizations: several tensors stand for the parameter, leaveParametrized must be true");
        return getParameter(names[0]);
    }
}
