package flambeau.conformance;

import java.util.Arrays;
import java.util.List;

/** Constructs modules, optimisers and schedulers. */
final class Make {
    private Make() {}

    /** A module, or an options object of one. */
    static Object object(Given.Made made) {
        return object(Names.type(made.api(), "class"), made.api(), made.ctor());
    }

    static Object object(Class<?> type, String api, Arguments arguments) {
        var candidates = Arrays.stream(type.getConstructors())
                .map(c -> new Candidate(c, null))
                .toList();
        return Call.best(api, List.copyOf(candidates), arguments).call();
    }
}
