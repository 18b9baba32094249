package flambeau.tensor;

/** Changes of the places that an index names. */
abstract sealed class InPlaceIndexing extends InPlace permits Drawing {
    InPlaceIndexing() {}
}
