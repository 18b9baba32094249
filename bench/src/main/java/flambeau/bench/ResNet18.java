package flambeau.bench;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.nn.AdaptiveAvgPool2d;
import flambeau.nn.BatchNorm2d;
import flambeau.nn.Conv2d;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.MaxPool2d;
import flambeau.nn.ReLU;
import flambeau.nn.Sequential;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The ResNet-18 of PyTorch's program, for images of [3, 224, 224]. */
final class ResNet18 extends Layer {
    final Conv2d conv1 = new Conv2d(3, 64, 7, stride(2), padding(3), bias(false));
    final BatchNorm2d bn1 = new BatchNorm2d(64);
    final ReLU relu = new ReLU(inplace(true));
    final MaxPool2d pool = new MaxPool2d(3, stride(2), padding(1));
    final Sequential layers = new Sequential(
            new Block(64, 64, 1),
            new Block(64, 64, 1),
            new Block(64, 128, 2),
            new Block(128, 128, 1),
            new Block(128, 256, 2),
            new Block(256, 256, 1),
            new Block(256, 512, 2),
            new Block(512, 512, 1));
    final AdaptiveAvgPool2d avg = new AdaptiveAvgPool2d(1);
    final Linear fc;

    ResNet18(int classes) {
        fc = new Linear(512, classes);
    }

    @Override
    protected Tensor forward(Tensor input) {
        var x = pool.apply(relu.apply(bn1.apply(conv1.apply(input))));
        return fc.apply(avg.apply(layers.apply(x)).flatten(1));
    }

    /** Two convolutions, to which their input is added. */
    static final class Block extends Layer {
        final Conv2d conv1;
        final BatchNorm2d bn1;
        final Conv2d conv2;
        final BatchNorm2d bn2;
        final ReLU relu = new ReLU(inplace(true));
        final @Nullable Sequential down; // where the input has another shape

        Block(int in, int out, int step) {
            conv1 = new Conv2d(in, out, 3, stride(step), padding(1), bias(false));
            bn1 = new BatchNorm2d(out);
            conv2 = new Conv2d(out, out, 3, padding(1), bias(false));
            bn2 = new BatchNorm2d(out);
            down = step == 1 && in == out
                    ? null
                    : new Sequential(new Conv2d(in, out, 1, stride(step), bias(false)), new BatchNorm2d(out));
        }

        @Override
        protected Tensor forward(Tensor x) {
            var identity = down == null ? x : down.apply(x);
            var y = relu.apply(bn1.apply(conv1.apply(x)));
            y = bn2.apply(conv2.apply(y));
            y.add_(identity);
            return relu.apply(y);
        }
    }
}
