package flambeau.args;

/** How far a step goes along its direction. */
public enum LineSearch {
    /** Until the strong Wolfe conditions hold: the loss has fallen enough, and its slope is much flatter. */
    STRONG_WOLFE
}
