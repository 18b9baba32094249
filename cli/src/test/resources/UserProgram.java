package app;

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Tensors.*;

import flambeau.kernel.Kernels;
import flambeau.nn.*;
import flambeau.optim.*;
import flambeau.tensor.*;

/** A user's first program: a network of his own learns, and tells who computed. */
public final class UserProgram {
    private UserProgram() {}

    static class Net extends Layer {
        final Conv2d conv = new Conv2d(1, 4, 3, padding(1));
        final Linear fc = new Linear(4 * 4 * 4, 2);

        @Override
        protected Tensor forward(Tensor x) {
            x = maxPool2d(relu(conv.apply(x)), 2);
            return fc.apply(x.view(-1, 4 * 4 * 4));
        }
    }

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        manualSeed(0);
        var net = new Net();
        var optimizer = new Adam(net.parameters(), lr(1e-2));
        var x = rand(64, 1, 8, 8);
        var y = x.mean(dim(1, 2, 3)).gt(0.5).toLong();
        double first = 0, last = 0;
        for (int step = 0; step < 50; step++) {
            var loss = crossEntropy(net.apply(x), y);
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
            last = loss.item().doubleValue();
            if (step == 0) first = last;
        }
        var providers = Kernels.providers().names();
        System.out.printf(
                "learns %b vector %b onednn %b%n",
                last < 0.8 * first, providers.contains("vector"), providers.contains("onednn"));
    }
}
