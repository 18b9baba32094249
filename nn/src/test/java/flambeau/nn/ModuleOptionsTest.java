package flambeau.nn;

import static flambeau.args.Args.alwaysCall;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.keepVars;
import static flambeau.args.Args.persistent;
import static flambeau.args.Args.prefix;
import static flambeau.args.Args.prepend;
import static flambeau.args.Args.recurse;
import static flambeau.args.Args.removeDuplicate;
import static flambeau.args.Args.setToNone;
import static flambeau.args.Args.strict;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.array.DType;
import flambeau.array.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleOptionsTest {
    private final Linear linear = new Linear(2, 2);
    private final Sequential twice = new Sequential(linear, linear);

    @Test
    void listsTakeAPrefixAndDuplicates() {
        assertEquals(
                List.of("net", "net.0"),
                new ArrayList<>(twice.namedModules(prefix("net")).keySet()));
        assertEquals(3, twice.modules(removeDuplicate(false)).size());
        assertEquals(
                List.of("0.weight", "0.bias", "1.weight", "1.bias"),
                new ArrayList<>(twice.namedParameters(removeDuplicate(false)).keySet()));
        assertEquals(0, twice.parameters(recurse(false)).size());
        assertEquals(
                List.of("x.weight", "x.bias"),
                new ArrayList<>(
                        linear.namedParameters(prefix("x"), recurse(false)).keySet()));
    }

    @Test
    void stateDictsTakeAPrefixAndTheParametersThemselves() {
        var state = linear.stateDict(prefix("fc."), keepVars(true));
        assertSame(linear.weight, state.get("fc.weight"));
        assertEquals(List.of("fc.weight", "fc.bias"), new ArrayList<>(state.keySet()));
    }

    @Test
    void loadingReportsWhatFitted() {
        var keys = linear.loadStateDict(Map.of("weight", ones(2, 2), "other", ones(1)), strict(false));
        assertEquals(new IncompatibleKeys(List.of("bias"), List.of("other"), List.of("weight")), keys);
    }

    @Test
    void hooksMayBeCalledFirst() {
        var order = new ArrayList<String>();
        linear.registerForwardHook((_, _, _) -> {
            order.add("late");
            return null;
        });
        linear.registerForwardHook(
                (_, _, _) -> {
                    order.add("early");
                    return null;
                },
                prepend(true));
        linear.apply(ones(2));
        assertEquals(List.of("early", "late"), order);
    }

    @Test
    void hooksMayBeCalledAlsoIfTheLayerThrows() {
        var calls = new ArrayList<Layer>();
        linear.registerForwardHook(
                (layer, _, _) -> {
                    calls.add(layer);
                    return null;
                },
                alwaysCall(true));
        linear.apply(ones(2));
        assertThrows(IllegalArgumentException.class, () -> linear.apply(ones(3)));
        assertEquals(List.of(linear, linear), calls);
    }

    @Test
    void gradientsMayBeSetToZero() {
        linear.apply(ones(2)).sum().backward();
        linear.zeroGrad(setToNone(false));
        assertEquals(0, assertNotNullGrad(linear.weight).sum().item().intValue());
    }

    private static flambeau.tensor.Tensor assertNotNullGrad(Parameter p) {
        var dp = p.grad();
        assertNotNull(dp);
        return dp;
    }

    @Test
    void aMissingModuleIsRegisteredUnlessStrict() {
        var net = new ModuleDict<Layer>();
        net.setSubmodule("head", linear);
        assertSame(linear, net.getSubmodule("head"));
        assertThrows(IllegalArgumentException.class, () -> net.setSubmodule("tail", linear, strict(true)));
    }

    @Test
    void emptyFieldsAreFilled() {
        var layer = new Linear(2, 2, bias(false));
        layer.registerParameter("bias", new Parameter(ones(2)));
        assertNotNull(layer.bias);
        assertEquals("Linear(in_features=2, out_features=2, bias=True)", layer.toString());
        layer.registerBuffer("count", zeros(1), persistent(false));
        assertEquals(
                List.of("weight", "bias"), new ArrayList<>(layer.stateDict().keySet()));
    }

    @Test
    void dtypesHaveMethodsOfTheirOwn() {
        assertEquals(DType.FLOAT16, linear.toHalf().parameters().getFirst().dtype());
        assertEquals(DType.BFLOAT16, linear.toBfloat16().parameters().getFirst().dtype());
        assertEquals(
                DType.FLOAT64,
                linear.to(Device.CPU, DType.FLOAT64).parameters().getFirst().dtype());
        assertEquals(
                DType.FLOAT32,
                linear.type(DType.FLOAT32).parameters().getFirst().dtype());
    }
}
