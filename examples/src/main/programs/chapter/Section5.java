// Section 5 of the chapter, losses.
// usage: java Section5.java     (needs Flambeau on the class path)

import static flambeau.args.Args.*;
import static flambeau.args.Reduction.BATCHMEAN;
import static flambeau.functional.F.*;
import static flambeau.tensor.Python.*;
import static flambeau.tensor.Tensors.*;

import flambeau.nn.*;
import flambeau.tensor.*;

void main() {
    manualSeed(0);
    var score = randn(4, 2);
    var label = tensor(1.0, 0.0, 1.0, 1.0).toLong();
    print(new CrossEntropyLoss().apply(score, label));
    print(new MSELoss().apply(randn(4, 1), randn(4, 1)));
    var losses = List.of(
            new L1Loss(), new SmoothL1Loss(), new BCEWithLogitsLoss(), new KLDivLoss(reduction(BATCHMEAN)));
    for (var loss : losses) print(loss, loss.apply(randn(4, 3), rand(4, 3)));
}
