package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Rule;
import flambeau.kernel.Update;
import java.util.Arrays;

/** Optimiser steps: the rules' formulas, an element at a time. State is rounded before it is used. */
final class ReferenceUpdate implements Update {
    @Override
    public boolean update(Step step, long low, long high) {
        var operands = step.operands();
        var param = Elements.of(operands[0]);
        var grad = Elements.of(operands[1]);
        var state =
                Arrays.stream(operands).skip(2).map((Array s) -> Elements.of(s)).toArray(Elements[]::new);
        for (long i = low; i < high; i++) {
            var start = step.rule().start();
            double p = param.getDouble(i) * start.shrink();
            double g = (start.maximize() ? -1 : 1) * grad.getDouble(i) + start.decay() * p;
            param.setDouble(i, p + change(step.rule(), p, g, new State(state, i)));
        }
        return true;
    }

    /** The elements of the state that go with one of the parameter. */
    private record State(Elements[] all, long i) {
        double get(int number) {
            return all[number].getDouble(i);
        }

        double set(int number, double value) {
            all[number].setDouble(i, value);
            return get(number);
        }

        double lerp(int number, double weight, double x) {
            return set(number, get(number) + weight * (x - get(number)));
        }

        double decay(int number, double share, double x) {
            return set(number, share * get(number) + (1 - share) * x);
        }
    }

    /** What is added to {@code p}; changes the state. */
    private static double change(Rule rule, double p, double g, State s) {
        return switch (rule) {
            case Rule.Sgd o -> -o.rate() * direction(o, g, s);
            case Rule.Adam o -> {
                double m = s.lerp(0, o.moments().weight1(), g),
                        v = s.decay(1, o.moments().beta2(), g * g);
                if (s.all.length > 2) v = s.set(2, Math.max(s.get(2), v));
                yield -o.rate() * m / (Math.sqrt(v) + o.eps());
            }
            case Rule.NAdam o -> {
                double m = s.lerp(0, o.moments().weight1(), g),
                        v = s.decay(1, o.moments().beta2(), g * g);
                yield -(o.rateOfG() * g + o.rateOfM() * m) / (Math.sqrt(v) + o.eps());
            }
            case Rule.RAdam o -> {
                double m = s.lerp(0, o.moments().weight1(), g),
                        v = s.decay(1, o.moments().beta2(), g * g);
                yield -o.rate() * m / (o.rectified() ? Math.sqrt(v) + o.eps() : 1);
            }
            case Rule.Adamax o -> {
                double m = s.lerp(0, o.weight1(), g),
                        u = s.set(1, Math.max(o.beta2() * s.get(1), Math.abs(g) + o.eps()));
                yield -o.rate() * m / u;
            }
            case Rule.Adagrad o -> -o.rate() * g / (Math.sqrt(s.set(0, s.get(0) + g * g)) + o.eps());
            case Rule.Adadelta o -> {
                double v = s.decay(0, o.rho(), g * g), u = s.get(1);
                double d = Math.sqrt(u + o.eps()) / Math.sqrt(v + o.eps()) * g;
                s.decay(1, o.rho(), d * d);
                yield -o.rate() * d;
            }
            case Rule.RMSprop o -> -o.rate() * direction(o, g, s);
            case Rule.Rprop o -> {
                double sign = Math.signum(g * s.get(0));
                double z = s.get(1) * (sign > 0 ? o.plus() : sign < 0 ? o.minus() : 1 + sign); // NaN stays
                z = s.set(1, Math.min(Math.max(z, o.min()), o.max()));
                yield -z * Math.signum(s.set(0, sign < 0 ? 0 : g));
            }
            case Rule.Asgd o -> {
                double next = o.shrink() * p - o.rate() * g;
                s.lerp(0, o.weight(), next);
                yield next - p;
            }
        };
    }

    private static double direction(Rule.Sgd o, double g, State s) {
        if (o.momentum() == 0) return g;
        double v = s.set(0, o.first() ? g : o.momentum() * s.get(0) + o.share() * g);
        return o.nesterov() ? g + o.momentum() * v : v;
    }

    private static double direction(Rule.RMSprop o, double g, State s) {
        double w = s.decay(0, o.alpha(), g * g);
        if (o.centered()) {
            double m = s.lerp(1, 1 - o.alpha(), g);
            w -= m * m;
        }
        double d = g / (Math.sqrt(w) + o.eps());
        int last = o.centered() ? 2 : 1;
        return o.momentum() == 0 ? d : s.set(last, o.momentum() * s.get(last) + d);
    }
}
