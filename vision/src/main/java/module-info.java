/** Image transforms, data sets and models. */
module flambeau.vision {
    requires transitive flambeau.nn;
    requires static org.jspecify;
}
