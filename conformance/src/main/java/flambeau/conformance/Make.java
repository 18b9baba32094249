package flambeau.conformance;

import flambeau.nn.Module;
import java.util.Arrays;
import java.util.List;

/** Constructs modules, optimisers and schedulers. */
final class Make {
    private Make() {}

    /** An object of the class {@code api}; where that is a function, as {@code nn.utils.weight_norm}, what it returns. */
    static Object object(String api, Arguments arguments) {
        if (Character.isUpperCase(api.charAt(api.lastIndexOf('.') + 1)))
            return object(Names.type(api, "class"), api, arguments);
        var result = Call.function(api, arguments);
        return result instanceof Module || !(arguments.byName().get("module") instanceof Given.Made wrapped)
                ? result
                : wrapped.object();
    }

    static Object object(Class<?> type, String api, Arguments arguments) {
        var candidates = Arrays.stream(type.getConstructors())
                .map(c -> new Candidate(c, null))
                .toList();
        return Call.best(api, List.copyOf(candidates), arguments).call();
    }

    static Module module(String api, Arguments arguments) {
        if (object(api, arguments.without("return_indices")) instanceof Module module) return module;
        throw new Failed(api + " is no module");
    }
}
