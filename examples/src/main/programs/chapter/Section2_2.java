// Section 2.2 of the chapter, linear, batch normalisation, dropout.
// usage: java Section2_2.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

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

void main() {
    manualSeed(0);
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
