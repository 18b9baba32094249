// Section 6.2 of the chapter, modules and functions together.
// usage: java Section6_2.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

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

void main() {
    manualSeed(0);
    var model = new MyNet();
    print(model);
    var out = model.apply(randn(64, 3, 32, 32));
    print(out.shape(), fixed(out.sum().item(), 4));
    print(model.parameters().stream().mapToLong(Tensor::numel).sum());
}
