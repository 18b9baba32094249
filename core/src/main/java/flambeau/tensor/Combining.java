package flambeau.tensor;

/** Functions of lists of tensors: joining, stacking, meshes. */
abstract sealed class Combining extends NumberFirst permits Contracting {
    Combining() {}
}
