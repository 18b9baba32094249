/** Image transforms, data sets and models. */
module flambeau.vision {
    requires transitive flambeau.nn;
    requires transitive java.desktop;
    requires static org.jspecify;

    exports flambeau.vision;
    exports flambeau.vision.datasets;
    exports flambeau.vision.io;
    exports flambeau.vision.transforms;
}
