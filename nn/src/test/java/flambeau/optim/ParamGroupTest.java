package flambeau.optim;

import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.nesterov;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.optim.Parameters.parameter;
import static flambeau.optim.Parameters.withGrad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of parameters and their options. */
class ParamGroupTest {
    @Test
    void aGroupHasItsOwnOptionsAndTheRestFromTheOptimizer() {
        var biases = withGrad(1, 1);
        var weights = withGrad(1, 1);
        var optimizer = new SGD(groups(group(List.of(biases)), group(List.of(weights), lr(0.25))), lr(0.5));
        optimizer.step();
        assertEquals(0.5, biases.item());
        assertEquals(0.75, weights.item());
    }

    @Test
    void groupsCanBeMadeAheadOfTheirOptimizer() {
        var slow = group(List.of(withGrad(1, 1)), lr(0.25), momentum(0.5));
        assertEquals(0.25, new SGD(slow).groups().getFirst().lr());
    }

    @Test
    void theLearningRateOfAGroupCanBeChanged() {
        var p = withGrad(1, 1);
        var optimizer = new SGD(List.of(p), lr(0.5));
        optimizer.groups().getFirst().lr(0.125);
        optimizer.step();
        assertEquals(0.875, p.item());
    }

    @Test
    void momentumCanBeSwitchedOnLater() {
        var p = withGrad(1, 1);
        var optimizer = new SGD(List.of(p), lr(0.25));
        optimizer.step();
        optimizer.groups().getFirst().set(momentum(0.5));
        optimizer.step(); // the velocity becomes the gradient
        optimizer.step(); // and then 1.5
        assertEquals(1 - 0.25 - 0.25 - 0.375, p.item());
    }

    @Test
    void aRefusedOptionLeavesTheGroupAsItWas() {
        var group = new SGD(List.of(parameter(1)), momentum(0.9), nesterov(true))
                .groups()
                .getFirst();
        assertThrows(IllegalArgumentException.class, () -> group.set(momentum(0)));
        assertEquals(0.9, group.get(flambeau.args.Momentum.class).value());
    }

    @Test
    void addedParametersTakePart() {
        var optimizer = new SGD(List.of(withGrad(1, 1)), lr(0.5));
        var added = withGrad(1, 1);
        optimizer.addParamGroup(group(List.of(added), lr(0.25)));
        optimizer.step();
        assertEquals(0.75, added.item());
    }

    @Test
    void aRefusedGroupAddsNothing() {
        var known = parameter(1);
        var optimizer = new SGD(List.of(known));
        var added = groups(group(List.of(parameter(2))), group(List.of(known)));
        assertThrows(IllegalArgumentException.class, () -> optimizer.addParamGroup(added));
        assertEquals(1, optimizer.groups().size());
    }
}
