// Section 7 of the chapter, optimisers.
// usage: java Section7.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.optim.ParamGroups.group;
import static flambeau.optim.ParamGroups.groups;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.optim.SGD;
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
