package flambeau.bench;

import static flambeau.args.Args.lr;
import static flambeau.args.Args.p;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.shape;

import flambeau.nn.BatchNorm1d;
import flambeau.nn.CrossEntropyLoss;
import flambeau.nn.Dropout;
import flambeau.nn.Linear;
import flambeau.nn.MSELoss;
import flambeau.nn.ReLU;
import flambeau.nn.Sequential;
import flambeau.nn.Sigmoid;
import flambeau.optim.Adam;
import flambeau.optim.SGD;
import java.util.List;

/** Networks of linear layers. */
final class Perceptrons {
    static final List<Workload> ALL = List.of(
            new Workload("mlp_tiny_train", Perceptrons::tinyTrain),
            new Workload("mlp_mnist_train", Perceptrons::mnistTrain),
            new Workload("mlp_mnist_infer_b1", () -> Steps.infer(mnist(), rand(1, 784))),
            new Workload("mlp_mnist_infer_b64", () -> Steps.infer(mnist(), rand(64, 784))));

    static final List<Workload> NORMALIZED = List.of(new Workload("bn_mlp_train", Perceptrons::normalizedTrain));

    private Perceptrons() {}

    private static Runnable tinyTrain() {
        var net = new Sequential(new Linear(3, 4), new Sigmoid(), new Linear(4, 1), new Sigmoid());
        return Steps.train(net, new MSELoss()::apply, rand(32, 3), rand(32, 1), new SGD(net.parameters(), lr(0.9)));
    }

    private static Sequential mnist() {
        return new Sequential(new Linear(784, 512), new ReLU(), new Linear(512, 256), new ReLU(), new Linear(256, 10));
    }

    /** The digit that an untrained network sees in noise: the least that a fresh process can be asked for. */
    static Number firstOutput() {
        try (var _ = noGrad()) {
            return mnist().apply(rand(1, 784)).argmax().item();
        }
    }

    private static Runnable mnistTrain() {
        var net = mnist();
        var y = randint(0, 10, shape(64));
        return Steps.train(net, new CrossEntropyLoss()::apply, rand(64, 784), y, new Adam(net.parameters()));
    }

    private static Runnable normalizedTrain() {
        var net = new Sequential(
                new Linear(256, 512), new BatchNorm1d(512), new ReLU(), new Dropout(p(0.5)), new Linear(512, 10));
        var y = randint(0, 10, shape(128));
        return Steps.train(net, new CrossEntropyLoss()::apply, rand(128, 256), y, new Adam(net.parameters()));
    }
}
