package flambeau.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Rule;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps of many parameters in one call. */
class StepsTest {
    private static final Rule RULE = new Rule.Sgd(new Rule.Start(false, 1, 0), 0.5, 0, 1, false, false);

    private static Array filled(int n, double value) {
        return Samples.fill(Layout.contiguous(Shape.of(n)), DType.FLOAT32, () -> value);
    }

    /** Each element of each parameter moves once, be it cut between threads, in a small parameter or beside an empty one. */
    @Test
    void eachElementIsChangedOnce() {
        int[] sizes = {0, 1, 0, 3, 5000, 1, 0, 100_001, 64, 0};
        var steps = new ArrayList<Update.Step>();
        for (int n : sizes) steps.add(new Update.Step(RULE, filled(n, 2), filled(n, 1)));
        Kernels.update(steps);
        for (var step : steps)
            for (long i = 0; i < step.count(); i++) assertEquals(1.5, step.operands()[0].getDouble(i));
    }

    @Test
    void noStepsAreNothing() {
        Kernels.update(List.of());
        Kernels.update(List.of(new Update.Step(RULE, filled(0, 2), filled(0, 1))));
    }
}
