package flambeau.optim;

import flambeau.args.Betas;
import flambeau.args.Momentum;
import java.util.Arrays;

/** Values of schedules for each group of parameters, and the momentum that some change, too. */
final class PerGroup {
    private PerGroup() {}

    /** One value a group; one alone counts for all. */
    static double[] values(String schedule, String word, Optimizer optimizer, double[] given) {
        int groups = optimizer.groups().size();
        if (given.length == groups) return given.clone();
        if (given.length != 1)
            throw new IllegalArgumentException("%s: %s takes one value, or one for each of the %d groups, got %d"
                    .formatted(schedule, word, groups, given.length));
        var all = new double[groups];
        Arrays.fill(all, given[0]);
        return all;
    }

    /** Refuses an optimiser without a momentum. */
    static void checkMomentum(String schedule, Optimizer optimizer) {
        if (!(optimizer instanceof Momentum.Taker) && !(optimizer instanceof Betas.Taker))
            throw new IllegalArgumentException(
                    "%s: %s has no momentum to cycle, say cycleMomentum(false)".formatted(schedule, optimizer.name()));
    }

    /** Sets the momentum, or what goes by another name. */
    static void momentum(Optimizer optimizer, int group, double value) {
        var g = optimizer.groups().get(group);
        if (optimizer instanceof Betas.Taker)
            g.set(new Betas(value, g.get(Betas.class).beta2()));
        else g.set(new Momentum(value));
    }
}
