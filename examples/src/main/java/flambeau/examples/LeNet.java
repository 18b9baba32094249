package flambeau.examples;

import static flambeau.functional.F.maxPool2d;
import static flambeau.functional.F.relu;

import flambeau.nn.Conv2d;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.tensor.Tensor;

/**
 * A LeNet: two convolutions, each with pooling, then three linear layers. From digits {@code [n, 1, 28, 28]} to a score for each
 * class, {@code [n, 10]}. Source: LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition"; relu and maxima
 * instead of squashing and averages.
 */
public final class LeNet extends Layer {
    final Conv2d conv1 = new Conv2d(1, 6, 5);
    final Conv2d conv2 = new Conv2d(6, 16, 5);
    final Linear fc1 = new Linear(16 * 4 * 4, 120), fc2 = new Linear(120, 84), fc3 = new Linear(84, 10);

    /** A network with random weights. */
    public LeNet() {}

    @Override
    protected Tensor forward(Tensor x) {
        x = maxPool2d(relu(conv1.apply(x)), 2); // [n, 6, 12, 12]
        x = maxPool2d(relu(conv2.apply(x)), 2); // [n, 16, 4, 4]
        x = x.flatten(1);
        x = relu(fc1.apply(x));
        x = relu(fc2.apply(x));
        return fc3.apply(x);
    }
}
