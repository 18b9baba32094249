// Section 4.2 of the chapter, ModuleList.
// usage: java Section4_2.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

void main() {
    manualSeed(0);
    var modelList = new ModuleList<Layer>(new flambeau.nn.Linear(3, 4), new ReLU(), new flambeau.nn.Linear(4, 2));
    var inputs = randn(1, 3);
    for (var m : modelList) inputs = m.apply(inputs);
    print(inputs, inputs.shape());
    print(modelList);
    // modelList.apply(inputs); // does not compile: a ModuleList holds layers but is none
    print("refused: a ModuleList cannot be called, the line above does not compile");
}
