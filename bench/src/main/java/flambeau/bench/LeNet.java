package flambeau.bench;

import static flambeau.functional.F.maxPool2d;
import static flambeau.functional.F.relu;

import flambeau.nn.Conv2d;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.tensor.Tensor;

/** The LeNet of PyTorch's program, for images of [3, 32, 32]. */
final class LeNet extends Layer {
    final Conv2d c1 = new Conv2d(3, 6, 5);
    final Conv2d c2 = new Conv2d(6, 16, 5);
    final Linear f1 = new Linear(400, 120);
    final Linear f2 = new Linear(120, 84);
    final Linear f3 = new Linear(84, 10);

    @Override
    protected Tensor forward(Tensor input) {
        var x = maxPool2d(relu(c1.apply(input)), 2);
        x = maxPool2d(relu(c2.apply(x)), 2);
        x = x.flatten(1);
        return f3.apply(relu(f2.apply(relu(f1.apply(x)))));
    }
}
