// Section 4.1 of the chapter, Sequential, three ways.
// usage: java Section4_1.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

void main() {
    manualSeed(0);
    var net1 = new Sequential();
    net1.addModule("conv", new Conv2d(3, 3, 3));
    net1.addModule("batchnorm", new BatchNorm2d(3));
    net1.addModule("relu", new ReLU());
    var net2 = new Sequential(new Conv2d(3, 3, 3), new BatchNorm2d(3), new ReLU());
    var net3 = new Sequential(
            named("conv", new Conv2d(3, 3, 3)), named("batchnorm", new BatchNorm2d(3)), named("relu", new ReLU()));
    print("net1:", net1);
    print("net2:", net2);
    print("net3:", net3);
    print(net1.get("conv"), net2.get(1), net3.get("relu"));
    print(net3.stateDict().keySet());
    var x = rand(1, 3, 4, 4);
    print(net1.apply(x), net2.apply(x).sum(), net3.apply(x).sum());
}
