package peers;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Deeplearning4j on the CPU. The run script gives the number of threads to its libraries. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Timing.run(
                "dl4j",
                "1.0.0-M2.1",
                args,
                Map.of(
                        "mlp_tiny_train", Main::mlpTiny,
                        "lenet_train", Main::lenet,
                        "mlp_mnist_infer_b1", Main::mlpMnist,
                        "matmul_512", Main::matmul));
    }

    private static Runnable mlpTiny() {
        var net = net(
                new Sgd(0.9),
                InputType.feedForward(3),
                dense(4, Activation.SIGMOID),
                output(1, LossFunction.MSE, Activation.SIGMOID));
        INDArray x = Nd4j.rand(32, 3), y = Nd4j.rand(32, 1);
        return () -> net.fit(x, y);
    }

    private static Runnable lenet() {
        var net = net(
                new Nesterovs(0.001, 0.9),
                InputType.convolutional(32, 32, 3),
                conv(6),
                pool(),
                conv(16),
                pool(),
                dense(120, Activation.RELU),
                dense(84, Activation.RELU),
                output(10, LossFunction.MCXENT, Activation.SOFTMAX));
        INDArray x = Nd4j.rand(64, 3, 32, 32), y = Nd4j.zeros(64, 10);
        for (int i = 0; i < 64; i++) y.putScalar(i, i % 10, 1);
        return () -> net.fit(x, y);
    }

    private static Runnable mlpMnist() {
        var net = net(
                new Sgd(0.1),
                InputType.feedForward(784),
                dense(512, Activation.RELU),
                dense(256, Activation.RELU),
                output(10, LossFunction.MSE, Activation.IDENTITY));
        var x = Nd4j.rand(1, 784);
        return () -> net.output(x);
    }

    private static Runnable matmul() {
        INDArray a = Nd4j.rand(512, 512), b = Nd4j.rand(512, 512);
        return () -> a.mmul(b).close();
    }

    private static MultiLayerNetwork net(IUpdater updater, InputType input, Layer... layers) {
        var list = new NeuralNetConfiguration.Builder().updater(updater).list();
        for (var layer : layers) list.layer(layer);
        var net = new MultiLayerNetwork(list.setInputType(input).build());
        net.init();
        return net;
    }

    private static Layer dense(int out, Activation activation) {
        return new DenseLayer.Builder().nOut(out).activation(activation).build();
    }

    private static Layer conv(int out) {
        return new ConvolutionLayer.Builder(5, 5)
                .nOut(out)
                .activation(Activation.RELU)
                .build();
    }

    private static Layer pool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static Layer output(int out, LossFunction loss, Activation activation) {
        return new OutputLayer.Builder(loss).nOut(out).activation(activation).build();
    }
}
