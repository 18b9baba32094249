package flambeau.bench;

import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;

import flambeau.optim.ASGD;
import flambeau.optim.Adadelta;
import flambeau.optim.Adagrad;
import flambeau.optim.Adam;
import flambeau.optim.AdamW;
import flambeau.optim.Adamax;
import flambeau.optim.NAdam;
import flambeau.optim.RAdam;
import flambeau.optim.RMSprop;
import flambeau.optim.Rprop;
import flambeau.optim.SGD;
import java.util.List;
import java.util.function.Function;

/** The optimisers of {@code flambeau bench optim}: all that work element by element. */
final class OptimCases {
    static final List<OptimCase> ALL = List.of(
            new OptimCase("SGD", ", lr=1e-3, momentum=0.9", true, p -> new SGD(p, lr(1e-3), momentum(0.9))),
            new OptimCase("Adam", "", true, Adam::new),
            new OptimCase("AdamW", "", true, AdamW::new),
            new OptimCase("Adagrad", "", true, Adagrad::new),
            new OptimCase("Adadelta", "", false, Adadelta::new),
            new OptimCase("Adamax", "", false, Adamax::new),
            new OptimCase("ASGD", "", false, ASGD::new),
            new OptimCase("NAdam", "", false, NAdam::new),
            new OptimCase("RAdam", "", false, RAdam::new),
            new OptimCase("RMSprop", "", false, RMSprop::new),
            new OptimCase("Rprop", "", false, Rprop::new));

    private OptimCases() {}

    /** The optimisers of these names, all if there are none; {@code refuse} makes the exception for a name that is none. */
    static List<OptimCase> named(List<String> names, Function<String, RuntimeException> refuse) {
        for (var name : names)
            if (ALL.stream().noneMatch(c -> c.name().equals(name)))
                throw refuse.apply("--only: there is no optimiser " + name);
        return ALL.stream()
                .filter(c -> names.isEmpty() || names.contains(c.name()))
                .toList();
    }
}
