// The tutorial chapter on torch.nn as one program: the twin of chapter.py, which prints and writes the same.
// Sections carry the chapter's numbers. Every section reseeds, so that each can be compared alone; the other files here are
// the sections as programs of their own, cut from this one by tools/ChapterSections.java.
// usage: java Chapter.java PICTURE.png OUTDIR [SEED]     (PICTURE: 8-bit grey; needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.args.Reduction.BATCHMEAN;
import static flambeau.array.DType.FLOAT32;
import static flambeau.functional.F.*;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.args.PaddingMode;
import flambeau.nn.*;
import flambeau.optim.SGD;
import flambeau.tensor.*;
import flambeau.vision.io.ImageFiles;
import flambeau.vision.transforms.ToPILImage;
import flambeau.vision.transforms.ToTensor;

Path picture;
Path outdir;
long seed;

void main(String... args) throws IOException {
    picture = Path.of(args[0]);
    outdir = Path.of(args[1]);
    seed = args.length > 2 ? Long.parseLong(args[2]) : 0;
    setNumThreads(1);

    ownLinearLayer();
    multilayerPerceptron();
    convolutionOnAPicture();
    maxPooling();
    linearBatchNormalisationDropout();
    recurrentNetworks();
    activationFunctions();
    sequentialThreeWays();
    moduleList();
    losses();
    functional();
    modulesAndFunctionsTogether();
    optimisers();
}

void section(String title) {
    print("\n## " + title);
    manualSeed(seed);
}

Tensor example() throws IOException {
    return new ToTensor().apply(ImageFiles.read(picture)).unsqueeze(0);
}

void save(Tensor out, String name) throws IOException {
    ImageFiles.write(new ToPILImage().apply(out.detach().squeeze(0)), outdir.resolve(name));
}

class Linear extends Layer {
    final Parameter W, b;

    Linear(int inFeatures, int outFeatures) {
        W = new Parameter(randn(inFeatures, outFeatures));
        b = new Parameter(randn(outFeatures));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return x.matmul(W).add(b);
    }
}

class MultiPerceptron extends Layer {
    final Linear layer1, layer2;

    MultiPerceptron(int inFeatures, int hiddenFeatures, int outFeatures) {
        layer1 = new Linear(inFeatures, hiddenFeatures);
        layer2 = new Linear(hiddenFeatures, outFeatures);
    }

    @Override
    protected Tensor forward(Tensor x) {
        x = layer1.apply(x);
        x = sigmoid(x);
        return layer2.apply(x);
    }
}

class MyModel extends Layer {
    final flambeau.nn.Linear fc = new flambeau.nn.Linear(256, 512);
    final BatchNorm1d bn = new BatchNorm1d(512);
    final ReLU relu = new ReLU();

    @Override
    protected Tensor forward(Tensor x) {
        return relu.apply(bn.apply(fc.apply(x)));
    }
}

class Net extends Layer {
    final flambeau.nn.Linear fc1 = new flambeau.nn.Linear(784, 128);
    final Dropout dropout = new Dropout(p(0.5));
    final flambeau.nn.Linear fc2 = new flambeau.nn.Linear(128, 10);

    @Override
    protected Tensor forward(Tensor x) {
        return fc2.apply(dropout.apply(relu(fc1.apply(x))));
    }
}

class MyNet extends Layer {
    final Conv2d conv1 = new Conv2d(3, 6, 5);
    final Conv2d conv2 = new Conv2d(6, 16, 5);
    final flambeau.nn.Linear fc1 = new flambeau.nn.Linear(16 * 5 * 5, 120);
    final flambeau.nn.Linear fc2 = new flambeau.nn.Linear(120, 84);
    final flambeau.nn.Linear fc3 = new flambeau.nn.Linear(84, 10);

    @Override
    protected Tensor forward(Tensor x) {
        x = maxPool2d(relu(conv1.apply(x)), 2);
        x = maxPool2d(relu(conv2.apply(x)), 2);
        x = x.view(-1, 16 * 5 * 5);
        x = relu(fc1.apply(x));
        x = relu(fc2.apply(x));
        return fc3.apply(x);
    }
}

void ownLinearLayer() {
    section("1.1 own linear layer");
    var layer = new Linear(4, 3);
    var outputs = layer.apply(randn(2, 4));
    print(outputs);
    print(outputs.shape());
    layer.namedParameters().forEach((name, parameter) -> {
        print("1. It is parameter:", name);
        print("2.", parameter);
        print("3. The shape is:", parameter.shape());
    });
}

void multilayerPerceptron() {
    section("1.2 multilayer perceptron");
    var mlp = new MultiPerceptron(3, 4, 1);
    print(mlp);
    print(mlp.apply(randn(2, 3)));
    mlp.namedParameters().forEach((name, param) -> print(name, param.size()));
    var x = randn(3);
    x.unsqueeze_(0);
    print(mlp.apply(x).shape());
}

void convolutionOnAPicture() throws IOException {
    section("2.1.2 convolution on a picture");
    var example = example();
    print("Input Size:", example.size());
    var conv = new Conv2d(1, 1, 3, stride(1), padding(0), bias(false));
    print(conv);
    print(conv.weight);
    var out = conv.apply(example);
    print("Output Size:", out.size());
    save(out, "conv_random.png");
    var kernel = tensor(new float[][] {{1, 0, -1}, {1, 0, -1}, {1, 0, -1}}, dtype(FLOAT32));
    conv = new Conv2d(1, 1, kernel(3, 3), stride(1), padding(0), bias(false));
    conv.weight.setData(kernel.view(1, 1, 3, 3));
    out = conv.apply(example);
    print("Output Size:", out.size());
    save(out, "conv_kernel.png");
    for (var mode : List.of(PaddingMode.ZEROS, PaddingMode.REFLECT, PaddingMode.REPLICATE, PaddingMode.CIRCULAR)) {
        var same = new Conv2d(1, 2, 3, stride(2), padding(2), dilation(2), bias(true), paddingMode(mode));
        print(same, tuple(same.apply(example).shape()), fixed(same.apply(example).mean().item(), 5));
    }
}

void maxPooling() throws IOException {
    section("2.1.3 max pooling");
    int[][] rows = {{1, 2, 0, 2, 1}, {0, 1, 3, 1, 1}, {1, 2, 1, 0, 0}, {5, 2, 3, 1, 1}, {2, 1, 0, 1, 1}};
    var inputs = tensor(rows, dtype(FLOAT32));
    inputs = inputs.reshape(-1, 1, 5, 5);
    var maxPool = new MaxPool2d(3, ceilMode(true));
    print(maxPool);
    print(maxPool.apply(inputs));
    print(maxPool.parameters());
    var found = new MaxPool2d(2, stride(2)).applyWithIndices(inputs);
    print(found.values(), found.indices());
    print(new MaxUnpool2d(2, stride(2)).apply(found.values(), found.indices(), outputSize(inputs.size())));
    print(new AvgPool2d(3, ceilMode(true)).apply(inputs));
    var out = maxPool.apply(example());
    print(out.shape());
    save(out, "pool.png");
}

void linearBatchNormalisationDropout() {
    section("2.2 linear, batch normalisation, dropout");
    var linearOut = new flambeau.nn.Linear(3, 4);
    print(linearOut.apply(randn(2, 3)));
    var model = new MyModel();
    print(model);
    var y = model.apply(randn(8, 256));
    print(y.shape(), fixed(y.mean().item(), 4), model.bn.numBatchesTracked, model.bn.runningVar.get(slice(0, 4)));
    var net = new Net();
    var x = randn(2, 784);
    print(net.apply(x));
    net.eval();
    print(net.apply(x));
}

void recurrentNetworks() {
    section("2.3 recurrent networks");
    var x = randn(5, 3, 10);
    var rnn = new RNN(10, 20, numLayers(2));
    print(rnn);
    var y = rnn.apply(x);
    print(y.output().shape(), y.hN().shape(), fixed(y.output().sum().item(), 4));
    print(rnn.namedParameters().keySet());
    var lstm = new LSTM(10, 20, numLayers(2));
    print(lstm);
    var z = lstm.apply(x);
    print(z.output().shape(), List.of(z.hN().shape(), z.cN().shape()), fixed(z.output().sum().item(), 4));
    print(lstm.namedParameters().keySet());
    var gru = new GRU(10, 20, numLayers(2));
    print(gru);
    y = gru.apply(x);
    print(y.output().shape(), y.hN().shape(), fixed(y.output().sum().item(), 4));
    print(gru.namedParameters().keySet());
    lstm = new LSTM(10, 20, numLayers(1), bidirectional(true), batchFirst(true));
    print(lstm.apply(randn(3, 5, 10)).output().shape());
}

void activationFunctions() {
    section("3 activation functions");
    var x = linspace(-3, 3, 7);
    var acts = List.of(
            new ReLU(), new Sigmoid(), new Tanh(), new LeakyReLU(negativeSlope(0.1)), new ELU(), new GELU(), new SiLU(),
            new Softplus(), new Hardswish(), new Softmax(0));
    for (var act : acts) print(act, act.apply(x));
}

void sequentialThreeWays() {
    section("4.1 Sequential, three ways");
    var net1 = new Sequential();
    net1.addModule("conv", new Conv2d(3, 3, 3));
    net1.addModule("batchnorm", new BatchNorm2d(3));
    net1.addModule("relu", new ReLU());
    var net2 = new Sequential(new Conv2d(3, 3, 3), new BatchNorm2d(3), new ReLU());
    var net3 = new Sequential(
            named("conv", new Conv2d(3, 3, 3)), named("batchnorm", new BatchNorm2d(3)), named("relu", new ReLU()));
    print("net1:", net1);
    print("net2:", net2);
    print("net3:", net3);
    print(net1.get("conv"), net2.get(1), net3.get("relu"));
    print(net3.stateDict().keySet());
    var x = rand(1, 3, 4, 4);
    print(net1.apply(x), net2.apply(x).sum(), net3.apply(x).sum());
}

void moduleList() {
    section("4.2 ModuleList");
    var modelList = new ModuleList<Layer>(new flambeau.nn.Linear(3, 4), new ReLU(), new flambeau.nn.Linear(4, 2));
    var inputs = randn(1, 3);
    for (var m : modelList) inputs = m.apply(inputs);
    print(inputs, inputs.shape());
    print(modelList);
    // modelList.apply(inputs); // does not compile: a ModuleList holds layers but is none
    print("refused: a ModuleList cannot be called, the line above does not compile");
}

void losses() {
    section("5 losses");
    var score = randn(4, 2);
    var label = tensor(1.0, 0.0, 1.0, 1.0).toLong();
    print(new CrossEntropyLoss().apply(score, label));
    print(new MSELoss().apply(randn(4, 1), randn(4, 1)));
    var losses = List.of(
            new L1Loss(), new SmoothL1Loss(), new BCEWithLogitsLoss(), new KLDivLoss(reduction(BATCHMEAN)));
    for (var loss : losses) print(loss, loss.apply(randn(4, 3), rand(4, 3)));
}

void functional() {
    section("6.1 functional");
    var inputs = randn(2, 3);
    var model = new flambeau.nn.Linear(3, 4);
    print(model.apply(inputs));
    print(linear(inputs, model.weight, model.bias));
}

void modulesAndFunctionsTogether() {
    section("6.2 modules and functions together");
    var model = new MyNet();
    print(model);
    var out = model.apply(randn(64, 3, 32, 32));
    print(out.shape(), fixed(out.sum().item(), 4));
    print(model.parameters().stream().mapToLong(Tensor::numel).sum());
}

void optimisers() {
    section("7 optimisers");
    var mlp = new MultiPerceptron(3, 4, 1);
    var optimizer = new SGD(mlp.parameters(), lr(0.9));
    optimizer.zeroGrad();
    var output = mlp.apply(randn(32, 3));
    output.backward(output);
    optimizer.step();
    print(output.shape(), mlp.layer1.W, mlp.layer1.W.grad());
    var weightParams = new ArrayList<Parameter>();
    var biasParams = new ArrayList<Parameter>();
    mlp.namedParameters().forEach((name, param) -> (name.endsWith(".W") ? weightParams : biasParams).add(param));
    optimizer = new SGD(groups(group(biasParams), group(weightParams, lr(1e-2))), lr(1e-5));
    print(optimizer.groups().stream().map(g -> tuple(g.params().size(), g.lr())).toList());
    optimizer.step();
    print(mlp.layer2.b, mlp.layer2.W);
}
