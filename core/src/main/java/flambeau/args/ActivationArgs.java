package flambeau.args;

/** Keywords of activations. */
abstract sealed class ActivationArgs extends Given permits ArithmeticArgs {
    ActivationArgs() {}

    /** How the Gaussian error function is computed. */
    public static Approximate approximate(Approximate value) {
        return value;
    }

    /** Whether the result is one-hot, with the gradient of the soft one. */
    public static Hard hard(boolean value) {
        return new Hard(value);
    }

    /** The first value of what is learnt. */
    public static Init init(double value) {
        return new Init(value);
    }

    /** Whether the result replaces the input. */
    public static Inplace inplace(boolean value) {
        return new Inplace(value);
    }

    /** The rate of a distribution; the distance from 0 within which a shrinkage is 0. */
    public static Lambd lambd(double value) {
        return new Lambd(value);
    }

    /** The lower bound of what is drawn. */
    public static Lower lower(double value) {
        return new Lower(value);
    }

    /** The largest value of the result. */
    public static MaxVal maxVal(double value) {
        return new MaxVal(value);
    }

    /** The least value of the result. */
    public static MinVal minVal(double value) {
        return new MinVal(value);
    }

    /** The slope below 0. */
    public static NegativeSlope negativeSlope(double value) {
        return new NegativeSlope(value);
    }

    /** How many numbers are learnt. */
    public static NumParameters numParameters(int value) {
        return new NumParameters(value);
    }

    /** The temperature: the smaller, the nearer to one-hot. */
    public static Tau tau(double value) {
        return new Tau(value);
    }

    /** The value from which on something differs. */
    public static Threshold threshold(double value) {
        return new Threshold(value);
    }

    /** The upper bound of what is drawn. */
    public static UpperBound upper(double value) {
        return new UpperBound(value);
    }
}
