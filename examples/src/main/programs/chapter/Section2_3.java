// Section 2.3 of the chapter, recurrent networks.
// usage: java Section2_3.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

void main() {
    manualSeed(0);
    var x = randn(5, 3, 10);
    var rnn = new RNN(10, 20, numLayers(2));
    print(rnn);
    var y = rnn.apply(x);
    print(y.output().shape(), y.hN().shape(), fixed(y.output().sum().item(), 4));
    print(rnn.namedParameters().keySet());
    var lstm = new LSTM(10, 20, numLayers(2));
    print(lstm);
    var z = lstm.apply(x);
    print(z.output().shape(), List.of(z.hN().shape(), z.cN().shape()), fixed(z.output().sum().item(), 4));
    print(lstm.namedParameters().keySet());
    var gru = new GRU(10, 20, numLayers(2));
    print(gru);
    y = gru.apply(x);
    print(y.output().shape(), y.hN().shape(), fixed(y.output().sum().item(), 4));
    print(gru.namedParameters().keySet());
    lstm = new LSTM(10, 20, numLayers(1), bidirectional(true), batchFirst(true));
    print(lstm.apply(randn(3, 5, 10)).output().shape());
}
