package flambeau.kernel.tile;

import flambeau.array.Rule;
import flambeau.kernel.Update;
import flambeau.kernel.runs.Flat;

/** Optimiser steps of floating types. */
final class TileUpdate implements Update {
    private static final int P = 0, G = 1, A = 2, B = 3, C = 4; // the parameter, the gradient, the state
    private static final int X = 5, Y = 6; // room

    @Override
    public boolean update(Step step, long low, long high) {
        var operands = step.operands();
        if (!Flat.areAlike(operands)) return false;
        var dtype = operands[0].dtype();
        var t = Registers.of(dtype);
        for (long i = low; i < high; i += Registers.SIZE) {
            int n = (int) Math.min(Registers.SIZE, high - i);
            long at = i * dtype.bytes();
            for (int r = 0; r < operands.length; r++) t.load(dtype, operands[r].address() + at, r, n);
            run(step.rule(), operands.length - G - 1, t);
            for (int r = 0; r < operands.length; r++) if (r != G) t.store(dtype, r, operands[r].address() + at, n);
        }
        return true;
    }

    private static void run(Rule rule, int states, Registers t) {
        var start = rule.start();
        if (start.maximize()) t.scale(-1, G);
        if (start.shrink() != 1) t.scale(start.shrink(), P);
        if (start.decay() != 0) t.linear(start.decay(), P, 1, G);
        switch (rule) {
            case Rule.Sgd o -> sgd(o, t);
            case Rule.Adam o -> adam(o, states > 2, t);
            case Rule.NAdam o -> nadam(o, t);
            case Rule.RAdam o -> radam(o, t);
            case Rule.Adamax o -> adamax(o, t);
            case Rule.Adagrad o -> adagrad(o, t);
            case Rule.Adadelta o -> adadelta(o, t);
            case Rule.RMSprop o -> rmsprop(o, t);
            case Rule.Rprop o -> t.signs(G, A, o.minus(), o.plus(), o.min(), o.max(), B, P);
            case Rule.Asgd o -> asgd(o, t);
        }
    }

    private static void sgd(Rule.Sgd o, Registers t) {
        if (o.momentum() == 0) {
            t.linear(-o.rate(), G, 1, P);
            return;
        }
        if (o.first()) t.copy(G, A);
        else t.linear(o.share(), G, o.momentum(), A);
        if (o.nesterov()) t.linear(o.momentum(), A, 1, G);
        t.linear(-o.rate(), o.nesterov() ? G : A, 1, P);
    }

    private static void moments(Rule.Moments o, Registers t) {
        t.lerp(o.weight1(), G, A);
        t.square(o.weight2(), G, o.beta2(), B);
    }

    private static void adam(Rule.Adam o, boolean amsgrad, Registers t) {
        moments(o.moments(), t);
        if (amsgrad) t.max(B, C);
        t.root(amsgrad ? C : B, o.eps(), X);
        t.quotient(-o.rate(), A, X, P);
    }

    private static void nadam(Rule.NAdam o, Registers t) {
        moments(o.moments(), t);
        t.root(B, o.eps(), X);
        t.quotient(-o.rateOfG(), G, X, P);
        t.quotient(-o.rateOfM(), A, X, P);
    }

    private static void radam(Rule.RAdam o, Registers t) {
        moments(o.moments(), t);
        if (!o.rectified()) {
            t.linear(-o.rate(), A, 1, P);
            return;
        }
        t.root(B, o.eps(), X);
        t.quotient(-o.rate(), A, X, P);
    }

    private static void adamax(Rule.Adamax o, Registers t) {
        t.lerp(o.weight1(), G, A);
        t.abs(G, X);
        t.add(o.eps(), X);
        t.scale(o.beta2(), B);
        t.max(X, B);
        t.quotient(-o.rate(), A, B, P);
    }

    private static void adagrad(Rule.Adagrad o, Registers t) {
        t.square(1, G, 1, A);
        t.root(A, o.eps(), X);
        t.quotient(-o.rate(), G, X, P);
    }

    private static void adadelta(Rule.Adadelta o, Registers t) {
        t.square(1 - o.rho(), G, o.rho(), A);
        t.copy(B, X);
        t.add(o.eps(), X);
        t.root(X, 0, X);
        t.copy(A, Y);
        t.add(o.eps(), Y);
        t.root(Y, 0, Y);
        t.over(Y, X);
        t.multiply(G, X);
        t.square(1 - o.rho(), X, o.rho(), B);
        t.linear(-o.rate(), X, 1, P);
    }

    private static void rmsprop(Rule.RMSprop o, Registers t) {
        t.square(1 - o.alpha(), G, o.alpha(), A);
        t.copy(A, X);
        if (o.centered()) {
            t.lerp(1 - o.alpha(), G, B);
            t.square(-1, B, 1, X);
        }
        t.root(X, o.eps(), X);
        if (o.momentum() == 0) {
            t.quotient(-o.rate(), G, X, P);
            return;
        }
        int velocity = o.centered() ? C : B;
        t.scale(o.momentum(), velocity);
        t.quotient(1, G, X, velocity);
        t.linear(-o.rate(), velocity, 1, P);
    }

    private static void asgd(Rule.Asgd o, Registers t) {
        t.scale(o.shrink(), P);
        t.linear(-o.rate(), G, 1, P);
        if (o.weight() == 1) t.copy(P, A);
        else t.lerp(o.weight(), P, A);
    }
}
