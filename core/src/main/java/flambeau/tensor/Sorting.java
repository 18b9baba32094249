package flambeau.tensor;

/** Order: sorting, ranks and what stands at them. */
abstract sealed class Sorting extends Reductions permits Views {
    Sorting() {}
}
