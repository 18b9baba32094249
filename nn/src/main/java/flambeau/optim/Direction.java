package flambeau.optim;

import static flambeau.args.Args.alpha;

import flambeau.args.DecoupledWeightDecay;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.WeightDecay;
import flambeau.tensor.Tensor;

/** The gradient as most optimisers begin: turned around to maximise, and with weight decay in it. */
final class Direction {
    private Direction() {}

    static Tensor of(Tensor p, Tensor grad, Options options) {
        return plus(options.get(WeightDecay.class).value(), p, turned(grad, options));
    }

    /** The same, but where it is decoupled weight decay acts on the parameter. */
    static Tensor decoupled(Tensor p, Tensor grad, Options options) {
        double decay = options.get(WeightDecay.class).value();
        if (!options.get(DecoupledWeightDecay.class).value()) return plus(decay, p, turned(grad, options));
        if (decay != 0) p.mul_(1 - options.get(Lr.class).value() * decay);
        return turned(grad, options);
    }

    private static Tensor turned(Tensor grad, Options options) {
        return options.get(Maximize.class).value() ? grad.neg() : grad;
    }

    private static Tensor plus(double decay, Tensor p, Tensor g) {
        return decay == 0 ? g : g.add(p, alpha(decay));
    }
}
