package flambeau.nn;

import static flambeau.args.Args.named;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.paddingMode;
import static flambeau.args.Args.stride;
import static flambeau.args.PaddingMode.CIRCULAR;
import static flambeau.args.PaddingMode.REFLECT;
import static flambeau.functional.F.conv2d;
import static flambeau.functional.F.pad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainersTest {
    private final Linear a = new Linear(2, 3), b = new Linear(3, 2);

    @Test
    void aSequentialAppliesItsLayersInOrder() {
        var net = new Sequential(a, new ReLU(), b);
        var x = randn(4, 2);
        assertTrue(net.apply(x).torchEquals(b.apply(a.apply(x).relu())));
        assertSame(x, new Sequential().apply(x));
    }

    @Test
    void theLayersOfASequentialAreFoundByPlaceAndByName() {
        var net = new Sequential(named("first", a), named("last", b));
        assertSame(b, net.get(-1));
        assertSame(a, net.get("first"));
        assertEquals(
                List.of("first", "last"), new ArrayList<>(net.namedChildren().keySet()));
        net.addModule("relu", new ReLU());
        assertEquals(3, net.size());
        assertEquals("[1, 2]", net.apply(ones(1, 2)).shape().text());
    }

    @Test
    void aSequentialCanBeChanged() {
        var net = new Sequential(a).append(b).insert(1, new ReLU());
        assertEquals(List.of("0", "1", "2"), new ArrayList<>(net.namedChildren().keySet()));
        net.set(1, new Tanh());
        assertEquals("Tanh()", net.remove(1).toString());
        assertEquals(2, net.size());
        assertSame(b, net.slice(-1, 2).get(0));
        assertEquals(2, net.extend(List.of()).parameters().size() / 2);
    }

    @Test
    void aListHoldsModulesOfOneKind() {
        var list = new ModuleList<>(List.of(a, b));
        var x = ones(1, 2);
        for (var linear : list) x = linear.apply(x);
        assertEquals("[1, 2]", x.shape().text());
        list.insert(0, b);
        assertSame(a, list.get(1));
        assertEquals(2, list.slice(1, 9).size());
        assertSame(b, list.remove(-1));
        list.set(0, a);
        assertSame(a, list.append(b).extend(List.of(a)).get(0));
        assertEquals(4, list.size());
    }

    @Test
    void aDictKeepsTheOrder() {
        var dict = new ModuleDict<Layer>(named("z", a), named("b", b));
        dict.put("a", new ReLU());
        dict.putAll(Map.of("z", b));
        assertEquals(List.of("z", "b", "a"), new ArrayList<>(dict.keySet()));
        assertSame(b, dict.get("z"));
        assertSame(b, dict.remove("b"));
        assertEquals(2, dict.size());
        assertTrue(dict.containsKey("a"));
        assertEquals(
                List.of("z.weight", "z.bias"), new ArrayList<>(dict.stateDict().keySet()));
        assertEquals(2, dict.values().size());
        assertEquals("z", dict.entrySet().iterator().next().getKey());
        dict.clear();
        assertEquals(0, dict.size());
    }

    @Test
    void parametersHaveContainersToo() {
        var list = new ParameterList(ones(1), new Parameter(ones(2))).append(ones(3));
        assertEquals(
                List.of("0", "1", "2"), new ArrayList<>(list.namedParameters().keySet()));
        list.set(0, ones(7));
        assertEquals(7, list.get(0).size(0));
        assertEquals(3, list.size());
        var dict = new ParameterDict(named("w", ones(1)));
        dict.put("v", ones(2));
        assertEquals(List.of("w", "v"), new ArrayList<>(dict.stateDict().keySet()));
        assertEquals(2, dict.remove("v").size(0));
        assertTrue(dict.containsKey("w"));
        assertEquals(1, dict.values().size());
    }

    @Test
    void aConvolutionPadsByItsMode() {
        var conv = new Conv2d(1, 2, 3, stride(2), padding(2, 1), paddingMode(REFLECT));
        var x = randn(2, 1, 5, 6);
        var padded = pad(x, new int[] {1, 1, 2, 2}, paddingMode(REFLECT));
        assertTrue(conv.apply(x).allclose(conv2d(padded, conv.weight, conv.bias, stride(2))));
        assertEquals(
                "[1, 5]",
                new Conv1d(1, 1, 3, padding(1), paddingMode(CIRCULAR))
                        .apply(ones(1, 5))
                        .shape()
                        .text());
    }

    @Test
    void unflattenTurnsFlattenBack() {
        var x = randn(2, 3, 4);
        assertTrue(
                new Sequential(new Flatten(), new Unflatten(-1, 3, -1)).apply(x).torchEquals(x));
    }

    @Test
    void containersHaveTheMethodsOfPython() {
        var net = new Sequential(a, b).add(new Sequential(new ReLU())).mul(2);
        assertEquals(6, net.size());
        assertSame(b, net.slice(1, 6, 3).get(1));
        assertSame(a, net.pop(0));
        var list = new ModuleList<>(a, b).add(List.of(a));
        assertSame(a, list.pop(2));
        assertEquals(1, list.slice(0, 2, 2).size());
        var dict = new ModuleDict<Linear>(named("a", a));
        dict.update(new ModuleDict<Linear>(named("b", b)));
        dict.update(Map.of("c", a));
        assertEquals(List.of("a", "b", "c"), new ArrayList<>(dict.keys()));
        assertSame(b, dict.pop("b"));
        assertEquals(2, dict.items().size());
    }

    @Test
    void containersOfParametersHaveTheMethodsOfPython() {
        var list = new ParameterList().extend(List.of(ones(1), ones(2), ones(3)));
        assertEquals(2, list.pop(1).size(0));
        assertSame(list.get(1), list.slice(-1, 9).get(0));
        var dict = ParameterDict.fromkeys(List.of("a", "b"), ones(1));
        assertEquals("b", dict.popitem().name());
        assertSame(dict.get("a"), dict.setdefault("a", ones(3)));
        assertEquals(3, dict.setdefault("c", ones(3)).size(0));
        assertEquals(3, dict.or(ParameterDict.fromkeys(List.of("d"), ones(1))).size());
        assertEquals(2, dict.copy().items().size());
        assertEquals(null, dict.get("none", null));
        dict.update(Map.of("e", ones(1)));
        assertEquals(List.of("a", "c", "e"), new ArrayList<>(dict.keys()));
        dict.clear();
        assertEquals(0, dict.size());
    }
}
