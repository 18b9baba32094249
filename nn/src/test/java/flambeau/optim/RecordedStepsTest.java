package flambeau.optim;

import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SGD, Adam and AdamW do what PyTorch's do. */
class RecordedStepsTest {
    static List<RecordedCase> cases() {
        return RecordedCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsAreThoseOfPyTorch(RecordedCase recorded) {
        var optimizer = optimizer(recorded);
        for (int step = 1; step <= 10; step++) {
            for (var event : recorded.events)
                if (event.step() == step)
                    for (var option : event.options())
                        optimizer.groups().get(event.group()).set(option);
            for (var name : recorded.params.keySet())
                recorded.params.get(name).setGrad(recorded.grads.get(step + " " + name));
            optimizer.step();
            for (var name : recorded.params.keySet())
                assertClose(recorded, recorded.expected.get(step + " " + name), recorded.params.get(name));
        }
        var state = optimizer.stateDict();
        int number = 0;
        for (var group : recorded.groups)
            for (var name : group.params()) {
                var prefix = "state." + number++ + ".";
                recorded.state.forEach((key, expected) -> {
                    if (key.startsWith(name + " "))
                        assertClose(recorded, expected, state.get(prefix + key.substring(name.length() + 1)));
                });
            }
    }

    @SuppressWarnings("unchecked") // what the compiler checks elsewhere comes from a file here
    private static Optimizer optimizer(RecordedCase recorded) {
        var all = groups(recorded.groups.stream()
                .map(g -> group(
                        g.params().stream().map(recorded.params::get).toList(), (Arg<? super Object>[]) g.options()))
                .toArray(ParamGroups[]::new));
        return switch (recorded.id.substring(0, recorded.id.indexOf('/'))) {
            case "optim.SGD" -> new SGD((ParamGroups<SGD>) all, (Arg<? super SGD>[]) recorded.options);
            case "optim.Adam" -> new Adam((ParamGroups<Adam>) all, (Arg<? super Adam>[]) recorded.options);
            case "optim.AdamW" -> new AdamW((ParamGroups<AdamW>) all, (Arg<? super AdamW>[]) recorded.options);
            default -> throw new AssertionError(recorded.id);
        };
    }

    private static void assertClose(RecordedCase recorded, Tensor expected, Tensor actual) {
        if (expected == null) return; // PyTorch recorded the steps 1, 2, 5 and 10
        assertEquals(expected.shape(), actual.shape());
        var e = expected.toDoubleArray();
        var a = actual.toDoubleArray();
        for (int i = 0; i < e.length; i++)
            assertTrue(Math.abs(e[i] - a[i]) <= recorded.atol + recorded.rtol * Math.abs(e[i]), e[i] + " != " + a[i]);
    }
}
