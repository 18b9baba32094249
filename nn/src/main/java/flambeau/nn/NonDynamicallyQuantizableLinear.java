package flambeau.nn;

import flambeau.args.Arg;

/** A linear layer that prints the name which PyTorch gives the last projection of attention. */
final class NonDynamicallyQuantizableLinear extends Linear {
    @SafeVarargs
    NonDynamicallyQuantizableLinear(int inFeatures, int outFeatures, Arg<? super Linear>... args) {
        super(inFeatures, outFeatures, args);
    }
}
