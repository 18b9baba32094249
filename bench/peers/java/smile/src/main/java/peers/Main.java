package peers;

import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import smile.deep.Loss;
import smile.deep.Model;
import smile.deep.Optimizer;
import smile.deep.activation.ReLU;
import smile.deep.activation.Sigmoid;
import smile.deep.layer.Conv2dLayer;
import smile.deep.layer.Layer;
import smile.deep.layer.LayerBlock;
import smile.deep.layer.LinearLayer;
import smile.deep.layer.MaxPool2dLayer;
import smile.deep.layer.SequentialBlock;
import smile.deep.tensor.Tensor;
import smile.util.AutoScope;

/** Smile's deep learning, which computes by libtorch. A scope a step, as its own training loop has it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        torch.set_num_threads(Timing.threads(args));
        torch.set_num_interop_threads(1);
        Timing.run(
                "smile",
                "4.4.2, PyTorch 2.7.1",
                args,
                Map.of(
                        "mlp_tiny_train", Main::mlpTiny,
                        "lenet_train", Main::lenet,
                        "mlp_mnist_infer_b1", Main::mlpMnist,
                        "matmul_512", Main::matmul));
    }

    private static Runnable mlpTiny() {
        var net = new SequentialBlock(Layer.linear(3, 4), new Sigmoid(false), Layer.linear(4, 1), new Sigmoid(false));
        var model = new Model(net).train();
        return training(model, Optimizer.SGD(model, 0.9), Loss.mse(), Tensor.rand(32, 3), Tensor.rand(32, 1));
    }

    private static final class LeNet extends LayerBlock {
        private final Conv2dLayer c1 = Layer.conv2d(3, 6, 5), c2 = Layer.conv2d(6, 16, 5);
        private final MaxPool2dLayer pool = Layer.maxPool2d(2);
        private final ReLU relu = new ReLU(false);
        private final LinearLayer f1 = Layer.linear(400, 120), f2 = Layer.linear(120, 84), f3 = Layer.linear(84, 10);

        LeNet() {
            super("LeNet");
            add("c1", c1);
            add("c2", c2);
            add("f1", f1);
            add("f2", f2);
            add("f3", f3);
        }

        @Override
        public Tensor forward(Tensor x) {
            x = pool.forward(relu.forward(c1.forward(x)));
            x = pool.forward(relu.forward(c2.forward(x)));
            x = relu.forward(f1.forward(x.flatten(1)));
            return f3.forward(relu.forward(f2.forward(x)));
        }
    }

    private static Runnable lenet() {
        var model = new Model(new LeNet()).train();
        var y = new long[64];
        for (int i = 0; i < y.length; i++) y[i] = i % 10;
        return training(
                model,
                Optimizer.SGD(model, 0.001, 0.9, 0, 0, false),
                Loss.crossEntropy(),
                Tensor.rand(64, 3, 32, 32),
                Tensor.of(y, 64));
    }

    private static Runnable mlpMnist() {
        var model = new Model(new SequentialBlock(
                        Layer.linear(784, 512),
                        new ReLU(false),
                        Layer.linear(512, 256),
                        new ReLU(false),
                        Layer.linear(256, 10)))
                .eval();
        var x = Tensor.rand(1, 784);
        return () -> {
            Tensor.push(new AutoScope());
            try (var guard = Tensor.noGradGuard()) {
                model.forward(x);
            } finally {
                Tensor.pop().close();
            }
        };
    }

    private static Runnable matmul() {
        Tensor a = Tensor.rand(512, 512), b = Tensor.rand(512, 512);
        return () -> a.matmul(b).close();
    }

    private static Runnable training(Model model, Optimizer optimizer, Loss loss, Tensor x, Tensor y) {
        return () -> {
            Tensor.push(new AutoScope());
            try {
                optimizer.reset();
                loss.apply(model.forward(x), y).backward();
                optimizer.step();
            } finally {
                Tensor.pop().close();
            }
        };
    }
}
