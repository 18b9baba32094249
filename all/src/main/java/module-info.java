/** All of Flambeau: the one module that a user's module requires. */
module flambeau {
    requires transitive flambeau.core;
    requires transitive flambeau.nn;
    requires transitive flambeau.vision;
    requires flambeau.onednn;
}
