package flambeau.bench;

import static flambeau.tensor.Tensors.noGrad;

import flambeau.nn.Module;
import flambeau.optim.Optimizer;
import flambeau.tensor.Tensor;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** One iteration of a workload. */
final class Steps {
    private Steps() {}

    /** A step of training: forward, loss, backward, optimiser. */
    static <M extends Module & UnaryOperator<Tensor>> Runnable train(
            M net, BinaryOperator<Tensor> lossFunction, Tensor x, Tensor y, Optimizer optimizer) {
        net.train();
        return () -> {
            var loss = lossFunction.apply(net.apply(x), y);
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
        };
    }

    /** A forward pass without gradients. */
    static <M extends Module & UnaryOperator<Tensor>> Runnable infer(M net, Tensor x) {
        net.eval();
        return () -> {
            try (var _ = noGrad()) {
                var _ = net.apply(x);
            }
        };
    }
}
