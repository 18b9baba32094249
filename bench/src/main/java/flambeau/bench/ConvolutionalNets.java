package flambeau.bench;

import static flambeau.args.Args.inplace;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.p;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randint;
import static flambeau.tensor.Tensors.shape;

import flambeau.nn.AdaptiveAvgPool2d;
import flambeau.nn.Conv2d;
import flambeau.nn.CrossEntropyLoss;
import flambeau.nn.Dropout;
import flambeau.nn.Flatten;
import flambeau.nn.Linear;
import flambeau.nn.MaxPool2d;
import flambeau.nn.ReLU;
import flambeau.nn.Sequential;
import flambeau.optim.SGD;
import java.util.List;

/** Networks of convolutions. */
final class ConvolutionalNets {
    static final List<Workload> LENET = List.of(
            new Workload("lenet_train", ConvolutionalNets::lenetTrain),
            new Workload("lenet_infer", () -> Steps.infer(new LeNet(), rand(64, 3, 32, 32))));

    static final List<Workload> LARGE = List.of(
            new Workload("resnet18_infer_b1", () -> Steps.infer(new ResNet18(1000), rand(1, 3, 224, 224))),
            new Workload("resnet18_infer_b8", () -> Steps.infer(new ResNet18(1000), rand(8, 3, 224, 224))),
            new Workload("resnet18_train_b8", ConvolutionalNets::resnetTrain),
            new Workload("alexnet_infer_b8", () -> Steps.infer(alexnet(2), rand(8, 3, 224, 224))));

    private ConvolutionalNets() {}

    private static Runnable lenetTrain() {
        var net = new LeNet();
        var optimizer = new SGD(net.parameters(), lr(0.001), momentum(0.9));
        var y = randint(0, 10, shape(64));
        return Steps.train(net, new CrossEntropyLoss()::apply, rand(64, 3, 32, 32), y, optimizer);
    }

    private static Runnable resnetTrain() {
        var net = new ResNet18(1000);
        var optimizer = new SGD(net.parameters(), lr(0.01), momentum(0.9));
        var y = randint(0, 1000, shape(8));
        return Steps.train(net, new CrossEntropyLoss()::apply, rand(8, 3, 224, 224), y, optimizer);
    }

    private static Sequential alexnet(int classes) {
        return new Sequential(
                new Conv2d(3, 64, 11, stride(4), padding(2)),
                new ReLU(inplace(true)),
                new MaxPool2d(3, stride(2)),
                new Conv2d(64, 192, 5, padding(2)),
                new ReLU(inplace(true)),
                new MaxPool2d(3, stride(2)),
                new Conv2d(192, 384, 3, padding(1)),
                new ReLU(inplace(true)),
                new Conv2d(384, 256, 3, padding(1)),
                new ReLU(inplace(true)),
                new Conv2d(256, 256, 3, padding(1)),
                new ReLU(inplace(true)),
                new MaxPool2d(3, stride(2)),
                new AdaptiveAvgPool2d(6),
                new Flatten(),
                new Dropout(p(0.5)),
                new Linear(9216, 4096),
                new ReLU(inplace(true)),
                new Dropout(p(0.5)),
                new Linear(4096, 4096),
                new ReLU(inplace(true)),
                new Linear(4096, classes));
    }
}
