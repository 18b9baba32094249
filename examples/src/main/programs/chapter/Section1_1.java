// Section 1.1 of the chapter, own linear layer.
// usage: java Section1_1.java     (needs Flambeau on the class path)

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

void main() {
    manualSeed(0);
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
