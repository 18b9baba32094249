package peers;

import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.flatten;
import static org.bytedeco.pytorch.global.torch.max_pool2d;
import static org.bytedeco.pytorch.global.torch.mm;
import static org.bytedeco.pytorch.global.torch.mse_loss;
import static org.bytedeco.pytorch.global.torch.rand;
import static org.bytedeco.pytorch.global.torch.randint;
import static org.bytedeco.pytorch.global.torch.relu;
import static org.bytedeco.pytorch.global.torch.set_num_interop_threads;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.sigmoid;

import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** libtorch by its JavaCPP binding. A scope a step gives the tensors back. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        set_num_threads(Timing.threads(args));
        set_num_interop_threads(1);
        Timing.run(
                "javacpp-pytorch",
                "2.10.0-1.5.13",
                args,
                Map.of(
                        "mlp_tiny_train", Main::mlpTiny,
                        "lenet_train", Main::lenet,
                        "mlp_mnist_infer_b1", Main::mlpMnist,
                        "matmul_512", Main::matmul));
    }

    private static Runnable mlpTiny() {
        var net = new Module();
        LinearImpl fc1 = linear(net, "fc1", 3, 4), fc2 = linear(net, "fc2", 4, 1);
        Tensor x = rand(32, 3), y = rand(32, 1);
        return training(
                net, t -> sigmoid(fc2.forward(sigmoid(fc1.forward(t)))), (p, t) -> mse_loss(p, t), x, y, 0.9, 0);
    }

    private static Runnable lenet() {
        var net = new Module();
        Conv2dImpl c1 = conv(net, "c1", 3, 6), c2 = conv(net, "c2", 6, 16);
        LinearImpl f1 = linear(net, "f1", 400, 120), f2 = linear(net, "f2", 120, 84), f3 = linear(net, "f3", 84, 10);
        UnaryOperator<Tensor> forward = t -> {
            t = max_pool2d(relu(c1.forward(t)), 2);
            t = max_pool2d(relu(c2.forward(t)), 2);
            t = flatten(t, 1, -1);
            return f3.forward(relu(f2.forward(relu(f1.forward(t)))));
        };
        Tensor x = rand(64, 3, 32, 32), y = randint(10, new long[] {64}).toType(ScalarType.Long);
        return training(net, forward, (p, t) -> cross_entropy_loss(p, t), x, y, 0.001, 0.9);
    }

    private static Runnable mlpMnist() {
        var net = new Module();
        LinearImpl f1 = linear(net, "f1", 784, 512), f2 = linear(net, "f2", 512, 256), f3 = linear(net, "f3", 256, 10);
        var x = rand(1, 784);
        return () -> {
            try (var scope = new PointerScope();
                    var guard = new NoGradGuard()) {
                f3.forward(relu(f2.forward(relu(f1.forward(x)))));
            }
        };
    }

    private static Runnable matmul() {
        Tensor a = rand(512, 512), b = rand(512, 512);
        return () -> mm(a, b).close();
    }

    private static Runnable training(
            Module net,
            UnaryOperator<Tensor> forward,
            BinaryOperator<Tensor> loss,
            Tensor x,
            Tensor y,
            double lr,
            double momentum) {
        var options = new SGDOptions(lr);
        options.momentum().put(momentum);
        var optimizer = new SGD(net.parameters(), options);
        return () -> {
            try (var scope = new PointerScope()) {
                optimizer.zero_grad();
                loss.apply(forward.apply(x), y).backward();
                optimizer.step();
            }
        };
    }

    private static LinearImpl linear(Module net, String name, long in, long out) {
        var layer = new LinearImpl(in, out);
        net.register_module(name, layer);
        return layer;
    }

    private static Conv2dImpl conv(Module net, String name, long in, long out) {
        var layer = new Conv2dImpl(new Conv2dOptions(in, out, new LongPointer(5, 5)));
        net.register_module(name, layer);
        return layer;
    }
}
