package peers;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.util.Map;

/** DJL with its PyTorch engine. A manager a step, as it wants. */
public final class Main {
    private static final NDManager MANAGER = manager();

    private Main() {}

    private static NDManager manager() {
        return NDManager.newBaseManager();
    }

    public static void main(String[] args) {
        System.setProperty("ai.djl.pytorch.num_threads", "" + Timing.threads(args));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        var version = "DJL, PyTorch " + Engine.getEngine("PyTorch").getVersion();
        Timing.run(
                "djl",
                version,
                args,
                Map.of(
                        "mlp_tiny_train", Main::mlpTiny,
                        "lenet_train", Main::lenet,
                        "mlp_mnist_infer_b1", Main::mlpMnist,
                        "matmul_512", Main::matmul));
    }

    private static Runnable mlpTiny() {
        var net = new SequentialBlock()
                .add(linear(4))
                .add(Activation.sigmoidBlock())
                .add(linear(1))
                .add(Activation.sigmoidBlock());
        var x = new NDList(MANAGER.randomUniform(0, 1, new Shape(32, 3)));
        var y = new NDList(MANAGER.randomUniform(0, 1, new Shape(32, 1)));
        return training(net, Loss.l2Loss(), sgd(0.9f, 0), x, y);
    }

    private static Runnable lenet() {
        var pool = new Shape(2, 2);
        var net = new SequentialBlock()
                .add(conv(6))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(pool, pool))
                .add(conv(16))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(pool, pool))
                .add(Blocks.batchFlattenBlock())
                .add(linear(120))
                .add(Activation.reluBlock())
                .add(linear(84))
                .add(Activation.reluBlock())
                .add(linear(10));
        var x = new NDList(MANAGER.randomUniform(0, 1, new Shape(64, 3, 32, 32)));
        var y = new NDList(MANAGER.randomInteger(0, 10, new Shape(64), DataType.INT64));
        return training(net, Loss.softmaxCrossEntropyLoss(), sgd(0.001f, 0.9f), x, y);
    }

    private static Runnable mlpMnist() {
        var net = new SequentialBlock()
                .add(linear(512))
                .add(Activation.reluBlock())
                .add(linear(256))
                .add(Activation.reluBlock())
                .add(linear(10));
        net.initialize(MANAGER, DataType.FLOAT32, new Shape(1, 784));
        var model = Model.newInstance("mlp");
        model.setBlock(net);
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        var x = MANAGER.randomUniform(0, 1, new Shape(1, 784));
        return () -> {
            try (var result = predictor.predict(new NDList(x))) {
                result.head();
            } catch (TranslateException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Runnable matmul() {
        var a = MANAGER.randomUniform(0, 1, new Shape(512, 512));
        var b = MANAGER.randomUniform(0, 1, new Shape(512, 512));
        return () -> a.matMul(b).close();
    }

    private static Runnable training(Block net, Loss loss, Optimizer optimizer, NDList x, NDList y) {
        var model = Model.newInstance("net");
        model.setBlock(net);
        var trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer));
        trainer.initialize(x.head().getShape());
        return () -> {
            try (var manager = MANAGER.newSubManager();
                    var gradients = trainer.newGradientCollector()) {
                x.tempAttach(manager);
                y.tempAttach(manager);
                gradients.backward(loss.evaluate(y, trainer.forward(x)));
                trainer.step();
            }
        };
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block conv(int filters) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(5, 5))
                .build();
    }

    private static Optimizer sgd(float lr, float momentum) {
        return Optimizer.sgd()
                .setLearningRateTracker(Tracker.fixed(lr))
                .optMomentum(momentum)
                .build();
    }
}
