package flambeau.functional;

/**
 * All functions, for a static import: {@code import static flambeau.functional.F.*;}.
 *
 * {@snippet :
 * x = maxPool2d(relu(conv1.apply(x)), 2);
 * var loss = crossEntropy(y, target, labelSmoothing(0.1));
 * }
 */
public final class F extends LinearLosses {
    private F() {}
}
