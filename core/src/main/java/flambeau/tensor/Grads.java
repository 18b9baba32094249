package flambeau.tensor;

/** Gradients, and what is recorded for them. */
abstract sealed class Grads extends Contracting permits Printing {
    Grads() {}
}
