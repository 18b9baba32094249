// Section 3 of the chapter, activation functions.
// usage: java Section3.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

void main() {
    manualSeed(0);
    var x = linspace(-3, 3, 7);
    var acts = List.of(
            new ReLU(), new Sigmoid(), new Tanh(), new LeakyReLU(negativeSlope(0.1)), new ELU(), new GELU(), new SiLU(),
            new Softplus(), new Hardswish(), new Softmax(0));
    for (var act : acts) print(act, act.apply(x));
}
