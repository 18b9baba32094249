// Section 6.1 of the chapter, functional.
// usage: java Section6_1.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

void main() {
    manualSeed(0);
    var inputs = randn(2, 3);
    var model = new flambeau.nn.Linear(3, 4);
    print(model.apply(inputs));
    print(linear(inputs, model.weight, model.bias));
}
