package flambeau.args;

/** How Muon's learning rate depends on the shape [a, b] of a matrix. */
public enum LrAdjustment {
    /** By the factor √max(1, a / b): Jordan's own. */
    ORIGINAL,
    /** By the factor 0.2 √max(a, b), so that rates and decays tuned for AdamW can be used. */
    MATCH_RMS_ADAMW
}
