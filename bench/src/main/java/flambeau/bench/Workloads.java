package flambeau.bench;

import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.shape;

import flambeau.nn.CrossEntropyLoss;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.MSELoss;
import flambeau.nn.Sequential;
import flambeau.nn.Sigmoid;
import flambeau.optim.Optimizer;
import flambeau.optim.SGD;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** All workloads, in the order of PyTorch's program. */
final class Workloads {
    static final List<Workload> ALL = List.of(
            new Workload("mlp_tiny_train", 0, Workloads::mlpTinyTrain),
            new Workload("lenet_train", 0, Workloads::lenetTrain),
            new Workload("lenet_infer", 0, Workloads::lenetInfer),
            matmul(128),
            matmul(512),
            matmul(1024),
            matmul(2048));

    private Workloads() {}

    /** The workloads of these names, all if there are none; {@code refuse} makes the exception for a name that is none. */
    static List<Workload> named(List<String> names, Function<String, RuntimeException> refuse) {
        if (names.isEmpty()) return ALL;
        return names.stream()
                .map(name -> ALL.stream()
                        .filter(workload -> workload.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> refuse.apply("--only: there is no workload " + name)))
                .toList();
    }

    private static Runnable mlpTinyTrain() {
        var net = new Sequential(new Linear(3, 4), new Sigmoid(), new Linear(4, 1), new Sigmoid());
        var loss = new MSELoss();
        return trainer(net, loss::apply, rand(32, 3), rand(32, 1), new SGD(net.parameters(), lr(0.9)));
    }

    private static Runnable lenetTrain() {
        var net = new LeNet();
        var loss = new CrossEntropyLoss();
        var y = randint(0, 10, shape(64));
        return trainer(net, loss::apply, rand(64, 3, 32, 32), y, new SGD(net.parameters(), lr(0.001), momentum(0.9)));
    }

    private static Runnable lenetInfer() {
        var net = new LeNet();
        net.eval();
        var x = rand(64, 3, 32, 32);
        return () -> {
            try (var _ = noGrad()) {
                net.apply(x);
            }
        };
    }

    private static Workload matmul(int n) {
        return new Workload("matmul_" + n, 2.0 * n * n * n, () -> {
            Tensor a = rand(n, n), b = rand(n, n);
            return () -> {
                try (var _ = noGrad()) {
                    a.mm(b);
                }
            };
        });
    }

    private static Runnable trainer(
            Layer net, BinaryOperator<Tensor> lossFunction, Tensor x, Tensor y, Optimizer optimizer) {
        net.train();
        return () -> {
            var loss = lossFunction.apply(net.apply(x), y);
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
        };
    }
}
