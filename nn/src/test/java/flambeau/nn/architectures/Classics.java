package flambeau.nn.architectures;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.maxPool2d;
import static flambeau.tensor.Tensors.cat;

import flambeau.nn.AdaptiveAvgPool2d;
import flambeau.nn.AlphaDropout;
import flambeau.nn.BatchNorm1d;
import flambeau.nn.BatchNorm2d;
import flambeau.nn.Conv2d;
import flambeau.nn.Dropout;
import flambeau.nn.Flatten;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.LogSoftmax;
import flambeau.nn.MaxPool2d;
import flambeau.nn.ReLU;
import flambeau.nn.SELU;
import flambeau.nn.Sequential;
import flambeau.nn.Sigmoid;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Networks without shortcuts. */
final class Classics {
    private Classics() {}

    static Layer logistic() {
        return new Sequential(new Linear(20, 1), new Sigmoid());
    }

    static final class MLP extends Layer {
        final Linear fc1 = new Linear(20, 64);
        final Linear fc2 = new Linear(64, 32);
        final Linear fc3 = new Linear(32, 5);

        @Override
        protected Tensor forward(Tensor x) {
            return fc3.apply(fc2.apply(fc1.apply(x).relu()).relu());
        }
    }

    static Layer normalizedMlp() {
        return new Sequential(
                new Linear(20, 16),
                new BatchNorm1d(16),
                new SELU(),
                new AlphaDropout(p(0.1)),
                new Linear(16, 3),
                new LogSoftmax(1));
    }

    static final class LeNet extends Layer {
        final Conv2d conv1 = new Conv2d(1, 6, 5, padding(2));
        final Conv2d conv2 = new Conv2d(6, 16, 5);
        final Linear fc1 = new Linear(400, 120);
        final Linear fc2 = new Linear(120, 84);
        final Linear fc3 = new Linear(84, 10);

        @Override
        protected Tensor forward(Tensor x) {
            var y = maxPool2d(conv1.apply(x).relu(), 2);
            y = maxPool2d(conv2.apply(y).relu(), 2).flatten(1, -1);
            return fc3.apply(fc2.apply(fc1.apply(y).relu()).relu());
        }
    }

    static final class AlexNet extends Layer {
        final Sequential features = new Sequential(
                new Conv2d(3, 16, 11, stride(4), padding(2)),
                new ReLU(inplace(true)),
                new MaxPool2d(3, stride(2)),
                new Conv2d(16, 48, 5, padding(2)),
                new ReLU(inplace(true)),
                new MaxPool2d(3, stride(2)),
                new Conv2d(48, 32, 3, padding(1)),
                new ReLU(inplace(true)));
        final AdaptiveAvgPool2d avgpool = new AdaptiveAvgPool2d(flambeau.args.Args.outputSize(6, 6));
        final Sequential classifier = new Sequential(
                new Dropout(),
                new Linear(32 * 36, 64),
                new ReLU(inplace(true)),
                new Dropout(p(0.3)),
                new Linear(64, 10));

        @Override
        protected Tensor forward(Tensor x) {
            return classifier.apply(avgpool.apply(features.apply(x)).flatten(1, -1));
        }
    }

    static Layer vgg() {
        var layers = new ArrayList<Layer>();
        int channels = 3;
        for (int width : new int[] {8, 8, 0, 16, 16, 0, 32, 0}) {
            if (width == 0) {
                layers.add(new MaxPool2d(2, stride(2)));
                continue;
            }
            layers.add(new Conv2d(channels, width, 3, padding(1)));
            layers.add(new BatchNorm2d(width));
            layers.add(new ReLU(inplace(true)));
            channels = width;
        }
        layers.add(new Flatten());
        layers.add(new Linear(32 * 16, 10));
        return new Sequential(layers.toArray(Layer[]::new));
    }

    static final class Fire extends Layer {
        final Conv2d squeeze;
        final Conv2d expand1x1;
        final Conv2d expand3x3;

        Fire(int channels, int squeezed, int expanded) {
            squeeze = new Conv2d(channels, squeezed, 1);
            expand1x1 = new Conv2d(squeezed, expanded, 1);
            expand3x3 = new Conv2d(squeezed, expanded, 3, padding(1));
        }

        @Override
        protected Tensor forward(Tensor x) {
            var y = squeeze.apply(x).relu();
            return cat(List.of(expand1x1.apply(y).relu(), expand3x3.apply(y).relu()), 1);
        }
    }

    static Layer squeezenet() {
        return new Sequential(
                new Conv2d(3, 8, 3, stride(2)),
                new ReLU(inplace(true)),
                new MaxPool2d(3, stride(2), ceilMode(true)),
                new Fire(8, 4, 8),
                new Fire(16, 4, 8),
                new Dropout(p(0.5)),
                new Conv2d(16, 10, 1),
                new AdaptiveAvgPool2d(flambeau.args.Args.outputSize(1, 1)),
                new Flatten());
    }
}
