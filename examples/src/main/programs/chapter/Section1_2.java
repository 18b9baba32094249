// Section 1.2 of the chapter, multilayer perceptron.
// usage: java Section1_2.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

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

void main() {
    manualSeed(0);
    var mlp = new MultiPerceptron(3, 4, 1);
    print(mlp);
    print(mlp.apply(randn(2, 3)));
    mlp.namedParameters().forEach((name, param) -> print(name, param.size()));
    var x = randn(3);
    x.unsqueeze_(0);
    print(mlp.apply(x).shape());
}
