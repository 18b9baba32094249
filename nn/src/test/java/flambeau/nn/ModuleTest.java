package flambeau.nn;

import static flambeau.args.Args.inplace;
import static flambeau.args.Args.persistent;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModuleTest {
    /** A net with one of everything. */
    static class Net extends Layer {
        static final Linear SHARED_BY_ALL = new Linear(1, 1);

        final Conv2d conv1 = new Conv2d(1, 2, 3);
        final BatchNorm2d bn = new BatchNorm2d(2);
        final ModuleList<Linear> layers = new ModuleList<>(new Linear(2, 2), new Linear(2, 2));
        final Sequential head = new Sequential(new Linear(2, 2), new ReLU(inplace(true)));
        final Parameter W = new Parameter(zeros(1));
        final @Nullable Linear shortcut = null;
        final transient Linear teacher = new Linear(1, 1);
        final Tensor table = ones(3);

        @Override
        protected Tensor forward(Tensor x) {
            return head.apply(x);
        }
    }

    static class Wider extends Net {
        Linear fcOut = new Linear(2, 1);
        final Buffer runningStep = new Buffer(zeros(1));
        final Buffer scratch = new Buffer(zeros(1), persistent(false));
    }

    /** The same layer twice. */
    static class Tied extends Layer {
        final Linear a = new Linear(2, 2), b = a;

        @Override
        protected Tensor forward(Tensor x) {
            return b.apply(a.apply(x));
        }
    }

    @Test
    void fieldsAreStateInTheOrderOfTheirDeclaration() {
        assertEquals(
                List.of("", "conv1", "bn", "layers", "layers.0", "layers.1", "head", "head.0", "head.1"),
                new ArrayList<>(new Net().namedModules().keySet()));
        assertEquals(
                List.of(
                        "W",
                        "conv1.weight",
                        "conv1.bias",
                        "bn.weight",
                        "bn.bias",
                        "layers.0.weight",
                        "layers.0.bias",
                        "layers.1.weight",
                        "layers.1.bias",
                        "head.0.weight",
                        "head.0.bias"),
                new ArrayList<>(new Net().namedParameters().keySet()));
    }

    @Test
    void fieldsOfASuperclassComeFirst() {
        assertEquals(
                List.of("conv1", "bn", "layers", "head", "fc_out"),
                new ArrayList<>(new Wider().namedChildren().keySet()));
        assertEquals(
                List.of("running_step", "scratch", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked"),
                new ArrayList<>(new Wider().namedBuffers().keySet()));
    }

    @Test
    void sharedModulesAreListedOnce() {
        assertEquals(2, new Tied().parameters().size());
        assertEquals(2, new Tied().modules().size());
        assertEquals(1, new Tied().children().size());
    }

    @Test
    void aFieldThatIsAssignedAnewCountsWithItsNewValue() {
        var net = new Wider();
        net.fcOut = new Linear(2, 7);
        assertEquals(7, net.getParameter("fc_out.bias").size(0));
    }

    @Test
    void membersAreFoundByTheirPaths() {
        var net = new Net();
        assertSame(net, net.getSubmodule(""));
        assertSame(net.layers.get(1), net.getSubmodule("layers.1"));
        assertSame(net.conv1.weight, net.getParameter("conv1.weight"));
        assertSame(net.bn.runningVar, net.getBuffer("bn.running_var"));
    }

    @Test
    void submodulesAreReplacedByTheirPaths() {
        var net = new Wider();
        var other = new Linear(2, 2);
        net.setSubmodule("layers.0", other);
        net.setSubmodule("head.1", other);
        net.setSubmodule("fc_out", other);
        assertSame(other, net.layers.get(0));
        assertSame(other, net.head.get(1));
        assertSame(other, net.fcOut);
    }

    @Test
    void membersMayBeRegisteredByName() {
        var net = new Net();
        net.registerModule("extra", new Linear(1, 1));
        net.registerParameter("scale", new Parameter(ones(1)));
        net.registerBuffer("count", new Buffer(zeros(1)));
        net.registerParameter("later", null);
        assertTrue(net.namedParameters().keySet().containsAll(List.of("scale", "extra.weight")));
        assertTrue(net.namedBuffers().containsKey("count"));
        assertFalse(net.namedParameters().containsKey("later"));
        assertTrue(net.toString().contains("(extra): Linear("));
    }

    @Test
    void modesReachAllModules() {
        var net = new Net();
        assertTrue(net.isTraining());
        net.eval();
        assertFalse(net.head.get(0).isTraining());
        net.train();
        assertTrue(net.head.get(0).isTraining());
    }

    @Test
    void visitCallsChildrenBeforeParents() {
        var names = new ArrayList<String>();
        new Sequential(new Linear(1, 1), new Sequential(new ReLU())).visit(m -> names.add(Repr.name(m)));
        assertEquals(List.of("Linear", "ReLU", "Sequential", "Sequential"), names);
    }

    @Test
    void requiresGradAndZeroGradReachAllParameters() {
        var net = new Linear(2, 3);
        net.apply(randn(4, 2)).sum().backward();
        assertNotNull(net.weight.grad());
        net.zeroGrad();
        assertNull(net.weight.grad());
        net.requiresGrad_(false);
        assertFalse(net.apply(randn(4, 2)).requiresGrad());
    }

    @Test
    void conversionKeepsParametersAndTheirGradients() {
        var net = new Sequential(new Linear(2, 2), new BatchNorm1d(2));
        net.apply(randn(4, 2)).square().sum().backward();
        var weight = net.getParameter("0.weight");
        net.to(DType.FLOAT64);
        assertSame(weight, net.getParameter("0.weight"));
        assertEquals(DType.FLOAT64, weight.dtype());
        assertEquals(DType.FLOAT64, grad(weight).dtype());
        assertEquals(DType.INT64, net.getBuffer("1.num_batches_tracked").dtype());
        net.apply(randn(4, 2).toDouble()).sum().backward();
        assertEquals(DType.FLOAT64, grad(weight).dtype());
        assertEquals(DType.FLOAT32, net.toFloat().buffers().getFirst().dtype());
    }

    private static Tensor grad(Tensor x) {
        return java.util.Objects.requireNonNull(x.grad());
    }

    @Test
    void aUsersClassMayBeCalledLikeALayer() {
        class Linear extends Layer {
            final Parameter W = new Parameter(ones(2, 2));

            @Override
            protected Tensor forward(Tensor x) {
                return x.matmul(W);
            }
        }
        var mine = new Linear();
        assertEquals(8, mine.apply(ones(2, 2)).sum().item().intValue());
        assertEquals(List.of("W"), new ArrayList<>(mine.namedParameters().keySet()));
        assertEquals("Linear()", mine.toString());
    }

    @Test
    void aParameterPrintsAsPyTorchsDoes() {
        assertEquals("Parameter containing:\ntensor([0., 0.], requires_grad=True)", new Parameter(zeros(2)).toString());
        assertEquals("tensor([0., 0.])", new Buffer(zeros(2)).toString());
    }

    @Test
    void namesBecomeSnakeCase() {
        assertEquals("running_mean", StateFields.snakeCase("runningMean"));
        assertEquals("conv1", StateFields.snakeCase("conv1"));
        assertEquals("W", StateFields.snakeCase("W"));
        assertEquals("Wq", StateFields.snakeCase("Wq"));
        assertEquals("weight_ih_l0", StateFields.snakeCase("weightIhL0"));
        assertEquals("fc1_relu", StateFields.snakeCase("fc1Relu"));
        assertEquals("use_url_part", StateFields.snakeCase("useURLPart"));
        assertEquals("layer_1", StateFields.snakeCase("layer_1"));
    }
}
