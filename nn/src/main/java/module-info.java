/** Layers, losses, optimisers, data loading and state dicts. */
module flambeau.nn {
    requires transitive flambeau.core;
    requires static org.jspecify;

    exports flambeau.data;
    exports flambeau.functional;
    exports flambeau.io;
    exports flambeau.nn;
    exports flambeau.nn.utils;
    exports flambeau.optim;
}
