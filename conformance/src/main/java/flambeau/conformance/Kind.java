package flambeau.conformance;

/** How cases of a kind are run. */
interface Kind {
    /** Throws {@link Failed}, or whatever Flambeau throws, if the case fails. */
    void run(Case c);
}
