package flambeau.args;

import org.jspecify.annotations.Nullable;

/** Keywords of normalisation and dropout. */
abstract sealed class NormalizationArgs extends ModuleArgs permits OptimizerArgs {
    NormalizationArgs() {}

    /** Whether a normalisation learns a scale and a shift. */
    public static Affine affine(boolean value) {
        return new Affine(value);
    }

    /** Whether a normalisation learns a scale and a shift for each element. */
    public static ElementwiseAffine elementwiseAffine(boolean value) {
        return new ElementwiseAffine(value);
    }

    /** A small number that keeps a denominator from 0. */
    public static Eps eps(double value) {
        return new Eps(value);
    }

    /** How often a quarter turn is made, or what is added to a sum before its power is taken. */
    public static K k(Number value) {
        return new K(value);
    }

    /** The share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics. */
    public static Momentum momentum(double value) {
        return new Momentum(value);
    }

    /** The same; null makes running statistics plain averages over the whole past. */
    public static Momentum momentum(@Nullable Double value) {
        return new Momentum(value == null ? Double.NaN : value);
    }

    /** The probability with which an element is set to 0. */
    public static P p(double value) {
        return new P(value);
    }

    /** Whether a normalisation keeps statistics for evaluation. */
    public static TrackRunningStats trackRunningStats(boolean value) {
        return new TrackRunningStats(value);
    }

    /** Whether a function that differs in training does what it does there. */
    public static Training training(boolean value) {
        return new Training(value);
    }

    /** Whether the statistics are those of the input. */
    public static UseInputStats useInputStats(boolean value) {
        return new UseInputStats(value);
    }
}
