package flambeau.nn;

import static flambeau.args.Args.assign;
import static flambeau.args.Args.persistent;
import static flambeau.args.Args.strict;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateDictTest {
    @Test
    void namesAndOrderAreThoseOfPyTorch() {
        assertEquals(
                List.of(
                        "W",
                        "conv1.weight",
                        "conv1.bias",
                        "bn.weight",
                        "bn.bias",
                        "bn.running_mean",
                        "bn.running_var",
                        "bn.num_batches_tracked",
                        "layers.0.weight",
                        "layers.0.bias",
                        "layers.1.weight",
                        "layers.1.bias",
                        "head.0.weight",
                        "head.0.bias"),
                new ArrayList<>(new ModuleTest.Net().stateDict().keySet()));
    }

    @Test
    void whatIsSharedHasTwoNames() {
        assertEquals(
                List.of("a.weight", "a.bias", "b.weight", "b.bias"),
                new ArrayList<>(new ModuleTest.Tied().stateDict().keySet()));
    }

    @Test
    void entriesShareMemoryWithoutHistory() {
        var net = new Linear(2, 2);
        var weight = net.stateDict().get("weight");
        assertFalse(weight.requiresGrad());
        weight.fill_(3);
        assertEquals(3f, net.weight.toFloatArray()[0]);
    }

    @Test
    void buffersThatAreNotPersistentAreLeftOut() {
        var net = new Module() {
            final Buffer kept = new Buffer(zeros(1)), scratch = new Buffer(zeros(1), persistent(false));
        };
        assertEquals(List.of("kept"), new ArrayList<>(net.stateDict().keySet()));
        assertEquals(2, net.buffers().size());
    }

    @Test
    void loadingCopiesValuesAndConvertsThem() {
        Layer from = new ModuleTest.Net(), to = new ModuleTest.Net();
        from.to(DType.FLOAT64);
        var keys = to.loadStateDict(from.stateDict());
        assertTrue(keys.isEmpty());
        assertEquals("<All keys matched successfully>", keys.toString());
        assertEquals(DType.FLOAT32, to.parameters().getFirst().dtype());
        for (var entry : from.stateDict().entrySet())
            assertTrue(to.stateDict()
                    .get(entry.getKey())
                    .toDouble()
                    .torchEquals(entry.getValue().toDouble()));
    }

    @Test
    void allThatDoesNotFitIsReportedAndNothingIsLoaded() {
        var net = new Linear(2, 3);
        var before = net.bias.clone();
        var state = new LinkedHashMap<String, Tensor>();
        state.put("bias", ones(3));
        state.put("weight", ones(3, 3));
        state.put("w", ones(1));
        var e = assertThrows(IllegalArgumentException.class, () -> net.loadStateDict(state));
        assertEquals("""
            loadStateDict: the state does not fit Linear:
            \tunexpected: "w"
            \tsize mismatch for weight: the state has [3, 3], the module [3, 2]\
            """, e.getMessage());
        assertTrue(net.bias.torchEquals(before));
        state.remove("weight");
        var missing = assertThrows(IllegalArgumentException.class, () -> net.loadStateDict(state));
        assertEquals(
                "loadStateDict: the state does not fit Linear:\n\tmissing: \"weight\"\n\tunexpected: \"w\"",
                missing.getMessage());
        assertTrue(net.bias.torchEquals(before));
    }

    @Test
    void withoutStrictWhatFitsIsLoaded() {
        var net = new Linear(2, 3);
        var state = new LinkedHashMap<String, Tensor>();
        state.put("weight", ones(3, 2));
        state.put("w", ones(1));
        var keys = net.loadStateDict(state, strict(false));
        assertEquals(List.of("bias"), keys.missingKeys());
        assertEquals(List.of("w"), keys.unexpectedKeys());
        assertEquals("_IncompatibleKeys(missing_keys=['bias'], unexpected_keys=['w'])", keys.toString());
        assertTrue(net.weight.torchEquals(ones(3, 2)));
    }

    @Test
    void assignTakesMemoryAndDtype() {
        var net = new Linear(2, 1);
        var weight = full(shape(1, 2), 2.0).toDouble();
        var state = new LinkedHashMap<>(net.stateDict());
        state.put("weight", weight);
        net.loadStateDict(state, assign(true));
        weight.fill_(5);
        assertEquals(DType.FLOAT64, net.weight.dtype());
        assertEquals(5, net.weight.toDoubleArray()[1]);
    }

    @Test
    void aNetworkStillLearnsAfterLoading() {
        var net = new Linear(2, 1);
        net.apply(randn(3, 2)).sum().backward();
        net.loadStateDict(new Linear(2, 1).stateDict());
        net.zeroGrad();
        net.apply(ones(3, 2)).sum().backward();
        assertTrue(java.util.Objects.requireNonNull(net.weight.grad()).torchEquals(full(shape(1, 2), 3.0)));
    }

    @Test
    void oldStatesDoNotCountBatches() {
        var bn = new BatchNorm1d(2);
        var state = bn.stateDict();
        state.remove("num_batches_tracked");
        assertTrue(bn.loadStateDict(state).isEmpty());
    }

    @Test
    void hooksRunAroundSavingAndLoading() {
        var net = new Sequential(new Linear(1, 1));
        var inner = net.get(0);
        var log = new ArrayList<String>();
        try (var _ = inner.registerStateDictPreHook((_, state, prefix) -> log.add("save " + prefix + state.keySet()));
                var _ = inner.registerStateDictPostHook((_, state, prefix) -> state.remove(prefix + "bias"))) {
            assertEquals(List.of("0.weight"), new ArrayList<>(net.stateDict().keySet()));
        }
        assertEquals(2, net.stateDict().size());
        var old = new LinkedHashMap<String, Tensor>();
        old.put("0.w", ones(1, 1));
        old.put("0.bias", ones(1));
        try (var _ = inner.registerLoadStateDictPreHook((_, state, prefix) -> {
                    var weight = state.remove(prefix + "w");
                    if (weight != null) state.put(prefix + "weight", weight);
                });
                var _ = net.registerLoadStateDictPostHook((_, keys) -> log.add("loaded " + keys.isEmpty()))) {
            net.loadStateDict(old);
        }
        assertEquals(List.of("save 0.[]", "loaded true"), log);
        assertTrue(old.containsKey("0.w"), "the caller's map is not changed");
    }

    @Test
    void aModuleThatContainsItselfHasNoStateDict() {
        class Ring extends Module {
            @Nullable
            Module next;
        }
        var ring = new Ring();
        ring.next = ring;
        assertEquals(1, ring.modules().size());
        assertEquals(
                "stateDict: Ring contains itself",
                assertThrows(IllegalStateException.class, ring::stateDict).getMessage());
    }
}
