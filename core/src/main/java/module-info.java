/** Tensors, automatic differentiation and the Java kernels. */
module flambeau.core {
    requires static org.jspecify;

    exports flambeau.memory;
    exports flambeau.array;
    exports flambeau.kernel;
    exports flambeau.autograd;
    exports flambeau.args;
    exports flambeau.tensor;

    uses flambeau.kernel.Provider;

    provides flambeau.kernel.Provider with
            flambeau.kernel.reference.ReferenceProvider,
            flambeau.kernel.tile.TileProvider;
}
