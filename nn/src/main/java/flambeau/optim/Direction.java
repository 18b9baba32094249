package flambeau.optim;

import flambeau.args.DecoupledWeightDecay;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.array.Rule;

/** How steps of most optimisers begin: the gradient turned around to maximise, and weight decay. */
final class Direction {
    private Direction() {}

    /** Weight decay is added to the gradient. */
    static Rule.Start of(Options options) {
        return new Rule.Start(
                options.get(Maximize.class).value(),
                1,
                options.get(WeightDecay.class).value());
    }

    /** The same, but where it is decoupled weight decay acts on the parameter. */
    static Rule.Start decoupled(Options options) {
        return options.get(DecoupledWeightDecay.class).value() ? shrinking(options) : of(options);
    }

    /** Weight decay acts on the parameter. */
    static Rule.Start shrinking(Options options) {
        double share =
                options.get(Lr.class).value() * options.get(WeightDecay.class).value();
        return new Rule.Start(options.get(Maximize.class).value(), 1 - share, 0);
    }
}
