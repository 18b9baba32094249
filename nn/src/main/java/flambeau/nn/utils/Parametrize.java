package flambeau.nn.utils;

import static flambeau.args.Args.given;
import static flambeau.args.Args.leaveParametrized;
import static flambeau.args.Args.unsafe;

import flambeau.args.Arg;
import flambeau.args.LeaveParametrized;
import flambeau.args.Unsafe;
import flambeau.autograd.GradMode;
import flambeau.nn.Derivation;
import flambeau.nn.Module;
import flambeau.nn.ModuleDict;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Lets parameters of modules be computed, at each call, from what is learnt in their place: {@code
 * parametrizations.weight.original} in a state dict, or {@code original0}, {@code original1}, .. if these are several.
 *
 * <p>Unlike PyTorch, the field of a parameter has the value of the last call, and what is learnt is a new parameter: make the
 * optimiser afterwards. Source: {@code torch.nn.utils.parametrize}.
 *
 * <pre>{@code
 * var layer = Parametrize.registerParametrization(new Linear(3, 3), "weight", new Symmetric());
 * }</pre>
 */
public final class Parametrize {
    private static final String PARAMETRIZATIONS = "parametrizations";

    /** Registration: unsafe. */
    public interface Register extends Unsafe.Taker {}

    /** Removal: leaveParametrized. */
    public interface Remove extends LeaveParametrized.Taker {}

    /** A parameter as its parametrisations compute it. */
    private record ByList(ParametrizationList list) implements Derivation {
        @Override
        public Tensor of(Module module) {
            return list.compute();
        }
    }

    private Parametrize() {}

    /**
     * Lets a parameter be computed, after the parametrisations that it has.
     *
     * @param module what holds the parameter
     * @param tensorName the name of the parameter
     * @param parametrization computes it
     * @param args unsafe (false): whether shape and dtype may change
     * @return {@code module}
     * @throws IllegalArgumentException if there is no such parameter, or its shape or dtype would change
     */
    @SafeVarargs
    public static <M extends Module> M registerParametrization(
            M module, String tensorName, Parametrization parametrization, Arg<? super Register>... args) {
        boolean unsafe = given(args, unsafe(false)).value();
        parametrization.train(module.isTraining());
        var list = list(module, tensorName);
        if (list != null) {
            if (!unsafe) check(list.compute(), parametrization.apply(list.compute()));
            list.append(parametrization);
            return module;
        }
        var own = Weights.parameter("registerParametrization", module, tensorName);
        var fresh = new ParametrizationList(parametrization, own);
        fresh.train(module.isTraining());
        Tensor value;
        try (var _ = GradMode.set(false)) {
            value = fresh.compute();
        }
        if (!unsafe) check(own, value);
        module.derive(tensorName, new ByList(fresh), value);
        dict(module).put(tensorName, fresh);
        return module;
    }

    private static void check(Tensor before, Tensor after) {
        if (after.dtype() == before.dtype() && after.shape().equals(before.shape())) return;
        throw new IllegalArgumentException("registerParametrization: the parameter must remain %s, it would be %s"
                .formatted(before.describe(), after.describe()));
    }

    @SuppressWarnings("unchecked") // it was put there below
    private static ModuleDict<ParametrizationList> dict(Module module) {
        if (!isParametrized(module)) module.registerModule(PARAMETRIZATIONS, new ModuleDict<ParametrizationList>());
        return (ModuleDict<ParametrizationList>) module.getSubmodule(PARAMETRIZATIONS);
    }

    private static @Nullable ParametrizationList list(Module module, String name) {
        return isParametrized(module, name) ? dict(module).get(name) : null;
    }

    /** Whether a parameter of {@code module} is parametrised. */
    public static boolean isParametrized(Module module) {
        return module.namedChildren().get(PARAMETRIZATIONS) instanceof ModuleDict<?>;
    }

    /** Whether the parameter {@code tensorName} of {@code module} is parametrised. */
    public static boolean isParametrized(Module module, String tensorName) {
        return module.namedChildren().get(PARAMETRIZATIONS) instanceof ModuleDict<?> d && d.containsKey(tensorName);
    }

    /**
     * Makes a parameter one again that is learnt itself.
     *
     * @param module what holds the parameter
     * @param tensorName the name of the parameter
     * @param args leaveParametrized (true): whether it keeps its value; else it gets that which was learnt in its place
     * @return {@code module}
     * @throws IllegalArgumentException if it is not parametrised, or not to be left so though several tensors stand for it
     */
    @SafeVarargs
    public static <M extends Module> M removeParametrizations(
            M module, String tensorName, Arg<? super Remove>... args) {
        var list = list(module, tensorName);
        if (list == null)
            throw new IllegalArgumentException("removeParametrizations: %s has no parametrised \"%s\""
                    .formatted(module.getClass().getSimpleName(), tensorName));
        Tensor value;
        try (var _ = GradMode.set(false)) {
            value = given(args, leaveParametrized(true)).value() ? list.compute() : list.original();
        }
        var all = dict(module);
        all.remove(tensorName);
        if (all.size() == 0) module.unregister(PARAMETRIZATIONS);
        module.underive(tensorName, value);
        return module;
    }
}
