package flambeau.tensor;

/** Products of several tensors. */
abstract sealed class Contracting extends Combining permits Grads {
    Contracting() {}
}
