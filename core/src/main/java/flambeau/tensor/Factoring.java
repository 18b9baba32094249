package flambeau.tensor;

/** Factorisations of matrices, and what they solve. */
abstract sealed class Factoring extends Products permits Normalizing {
    Factoring() {}
}
