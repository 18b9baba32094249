/** Kernels from oneDNN, called through the JDK's foreign function interface. */
module flambeau.onednn {
    requires flambeau.core;
    requires static org.jspecify;

    exports flambeau.onednn;

    provides flambeau.kernel.Provider with
            flambeau.onednn.DnnlProvider;
}
