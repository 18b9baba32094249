package flambeau.kernel;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Rules of optimisers with operands for them. */
final class RuleSamples {
    private RuleSamples() {}

    /** A rule and the kinds of state that it works with. */
    record Case(Rule rule, int states) {}

    /** Every rule with every branch. */
    static List<Case> cases() {
        var all = new ArrayList<Case>();
        for (boolean maximize : new boolean[] {false, true})
            for (double decay : new double[] {0, 0.1})
                for (double shrink : new double[] {1, 0.99}) {
                    var start = new Rule.Start(maximize, shrink, decay);
                    all.add(new Case(new Rule.Sgd(start, 0.1, 0, 1, false, false), 0));
                    for (boolean nesterov : new boolean[] {false, true})
                        for (boolean first : new boolean[] {false, true})
                            all.add(new Case(new Rule.Sgd(start, 0.1, 0.9, 0.5, nesterov, first), 1));
                    for (double weight : new double[] {0.1, 0.7}) {
                        var moments = new Rule.Moments(weight, 0.99);
                        for (int states : new int[] {2, 3})
                            all.add(new Case(new Rule.Adam(start, moments, 1e-3, 1e-6), states));
                        all.add(new Case(new Rule.NAdam(start, moments, 1e-3, 2e-3, 1e-6), 2));
                        for (boolean rectified : new boolean[] {false, true})
                            all.add(new Case(new Rule.RAdam(start, moments, 1e-3, rectified, 1e-6), 2));
                        all.add(new Case(new Rule.Adamax(start, weight, 0.99, 1e-3, 1e-3), 2));
                        all.add(new Case(new Rule.Asgd(start, 0.98, 0.1, weight), 1));
                    }
                    all.add(new Case(new Rule.Asgd(start, 0.98, 0.1, 1), 1));
                    all.add(new Case(new Rule.Adagrad(start, 1e-2, 1e-6), 1));
                    all.add(new Case(new Rule.Adadelta(start, 1, 0.9, 1e-6), 2));
                    all.add(new Case(new Rule.RMSprop(start, 1e-3, 0.9, 1e-6, 0, false), 1));
                    all.add(new Case(new Rule.RMSprop(start, 1e-3, 0.9, 1e-6, 0.9, false), 2));
                    all.add(new Case(new Rule.RMSprop(start, 1e-3, 0.9, 1e-6, 0.9, true), 3));
                    all.add(new Case(new Rule.Rprop(start, 0.5, 1.2, 1e-3, 0.9), 2));
                }
        return all;
    }

    /** A parameter, a gradient and state as steps leave it. */
    static Array[] operands(Samples samples, Case one, DType dtype, Layout layout) {
        var all = new Array[2 + one.states];
        for (int i = 0; i < all.length; i++) {
            all[i] = samples.normal(dtype, layout);
            boolean signed = i < 2 || i == 2 && one.rule instanceof Rule.Rprop;
            if (!signed) change(all[i], Math::abs);
        }
        if (one.rule instanceof Rule.RMSprop rms && rms.centered()) {
            change(all[2], x -> x + 0.5); // a mean of squares is not below the square of the mean
            change(all[3], x -> x % 0.5);
        }
        return all;
    }

    private static void change(Array x, DoubleUnaryOperator f) {
        var whole = x.storage();
        int bytes = x.dtype().bytes();
        for (long at = whole.address(); at < whole.address() + whole.bytes(); at += bytes)
            Element.setDouble(x.dtype(), at, f.applyAsDouble(Element.getDouble(x.dtype(), at)));
    }
}
