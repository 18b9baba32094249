package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.generator;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeepCopyTest {
    /** Something of everything, and a shared weight. */
    static class Net extends Layer {
        final Linear first, second;
        final BatchNorm1d norm = new BatchNorm1d(2, affine(false));
        final ModuleList<Layer> more = new ModuleList<>(new Linear(2, 2), new ReLU());
        final Parameter shared;
        final Tensor table = ones(2);
        final int[] sizes = {1, 2};
        final List<String> words = new ArrayList<>(List.of("a"));
        final Map<String, Tensor> constants = new HashMap<>(Map.of("one", ones(1)));
        final UnaryOperator<Tensor> function = Tensor::relu;
        final transient Linear teacher = new Linear(1, 1);

        Net() {
            first = new Linear(2, 2);
            second = first;
            shared = first.weight;
        }

        @Override
        protected Tensor forward(Tensor x) {
            for (var layer : more) x = layer.apply(x);
            return function.apply(norm.apply(second.apply(first.apply(x))))
                    .add(table)
                    .matmul(shared);
        }
    }

    @Test
    void aCopyComputesTheSameAndSharesNothing() {
        var net = new Net();
        net.apply(randn(4, 2)).sum().backward();
        var copy = (Net) net.deepCopy();
        assertEquals(net.toString(), copy.toString());
        net.eval();
        copy.eval();
        var x = randn(3, 2);
        var y = net.apply(x);
        assertTrue(y.torchEquals(copy.apply(x)));
        for (var p : copy.parameters()) Init.zeros_(p);
        copy.table.fill_(7);
        copy.sizes[0] = 9;
        copy.words.add("b");
        assertNotSame(net.constants.get("one"), copy.constants.get("one"));
        assertTrue(y.torchEquals(net.apply(x)));
        assertEquals(1, net.sizes[0]);
        assertEquals(List.of("a"), net.words);
        assertNotSame(net.teacher, copy.teacher);
        assertSame(net.function, copy.function);
    }

    @Test
    void whatIsSharedStaysSharedInTheCopy() {
        var copy = (Net) new Net().deepCopy();
        assertSame(copy.first, copy.second);
        assertSame(copy.first.weight, copy.shared);
    }

    @Test
    void settingsAreCopiedButNotTheGradientsOfParameters() {
        var net = new Sequential(new Linear(2, 2), new BatchNorm1d(2));
        net.get(0).requiresGrad_(false);
        net.get(1).to(DType.FLOAT64).eval();
        net.getParameter("1.weight").setGrad(zeros(2).toDouble());
        var copy = net.deepCopy();
        assertFalse(copy.getParameter("0.weight").requiresGrad());
        assertTrue(copy.getParameter("1.weight").requiresGrad());
        assertNull(copy.getParameter("1.weight").grad());
        assertEquals(DType.FLOAT64, copy.getParameter("1.weight").dtype());
        assertFalse(copy.get(1).isTraining());
        assertTrue(copy.get(0).isTraining());
    }

    @Test
    void hooksAreCopied() {
        var layer = new Linear(1, 1);
        var seen = new ArrayList<Layer>();
        var handle = layer.registerForwardHook((l, _, _) -> {
            seen.add(l);
            return null;
        });
        var copy = layer.deepCopy();
        handle.close();
        layer.apply(ones(1));
        copy.apply(ones(1));
        assertEquals(List.of(copy), seen);
    }

    @Test
    void generatorsAreCopiedWithTheirState() {
        var random = new Generator().manualSeed(1);
        var copy = (Odd) new Odd(random).deepCopy();
        assertNotSame(random, copy.thing);
        assertTrue(rand(shape(3), generator(random)).torchEquals(rand(shape(3), generator((Generator) copy.thing))));
    }

    /** Has a layer that refers to the module around it. */
    static class Around extends Layer {
        final Parameter scale = new Parameter(ones(1));
        final Layer inner = new Layer() {
            @Override
            protected Tensor forward(Tensor x) {
                return x.mul(scale);
            }
        };

        @Override
        protected Tensor forward(Tensor x) {
            return inner.apply(x);
        }
    }

    @Test
    void anInnerClassIsAboutTheCopyAroundIt() {
        var copy = (Around) new Around().deepCopy();
        Init.zeros_(copy.scale);
        assertEquals(0, copy.apply(ones(1)).item().intValue());
    }

    static class Thing {
        int state;
    }

    static class Odd extends Layer {
        final Object thing;
        final transient Thing cache = new Thing();

        Odd(Object thing) {
            this.thing = thing;
        }

        @Override
        protected Tensor forward(Tensor x) {
            return x;
        }
    }

    record Pair(Tensor a, int b) {}

    @Test
    void whatCannotBeCopiedIsNamed() {
        assertEquals(
                "deepCopy: field thing of Odd holds a Thing, which cannot be copied; make that a module, a record,"
                        + " immutable or Cloneable, or the field transient to share it",
                assertThrows(IllegalStateException.class, () -> new Odd(new Thing()).deepCopy())
                        .getMessage());
        var history = new Parameter(ones(1)).mul(2);
        assertEquals(
                "deepCopy: field thing of Odd is a tensor with a history, which has no copy of its own; detach it, or"
                        + " the field transient to share it",
                assertThrows(IllegalStateException.class, () -> new Odd(history).deepCopy())
                        .getMessage());
    }

    @Test
    void recordsAreCopiedAndATransientFieldIsSharedIfItMust() {
        var odd = new Odd(new Pair(ones(1), 2));
        var copy = (Odd) odd.deepCopy();
        assertNotSame(((Pair) odd.thing).a(), ((Pair) copy.thing).a());
        assertEquals(2, ((Pair) copy.thing).b());
        assertSame(odd.cache, copy.cache);
        assertNotNull(new Odd(List.of(1, 2)).deepCopy());
    }

    @Test
    void recurrentLayersAreCopiedToo() {
        var lstm = new LSTM(3, 4);
        var copy = (LSTM) lstm.deepCopy();
        var x = randn(5, 2, 3);
        var y = lstm.apply(x).output();
        assertTrue(y.torchEquals(copy.apply(x).output()));
        for (var p : copy.parameters()) Init.zeros_(p);
        assertTrue(y.torchEquals(lstm.apply(x).output()));
        assertFalse(y.torchEquals(copy.apply(x).output()));
    }
}
