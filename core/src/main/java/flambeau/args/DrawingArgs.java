package flambeau.args;

/** Keywords of random numbers and first weights. */
abstract sealed class DrawingArgs extends DataArgs permits EmbeddingArgs {
    DrawingArgs() {}

    /** The slope below 0 of the leaky relu behind a layer. */
    public static A a(double value) {
        return new A(value);
    }

    /** The upper bound of numbers that are drawn. */
    public static B b(double value) {
        return new B(value);
    }

    /** Where a range begins. */
    public static From from(Number value) {
        return new From(value);
    }

    /** The factor that an activation asks of initial weights. */
    public static Gain gain(double value) {
        return new Gain(value);
    }

    /** Where random numbers come from; else from the default generator. */
    public static RandomSource generator(RandomSource source) {
        return source;
    }

    /** The mean of a distribution. */
    public static Mean mean(double value) {
        return new Mean(value);
    }

    /** The median of a distribution. */
    public static Median median(double value) {
        return new Median(value);
    }

    /** Which size of a weight its first numbers are scaled by. */
    public static FanMode mode(FanMode value) {
        return value;
    }

    /** The function behind a layer, for which its first weights are scaled. */
    public static Nonlinearity nonlinearity(Nonlinearity value) {
        return value;
    }

    /** How many samples are drawn. */
    public static NumSamples numSamples(int value) {
        return new NumSamples(value);
    }

    /** The numbers between 0 and 1 that say where regions begin. */
    public static RandomSamples randomSamples(Operand value) {
        return new RandomSamples(value);
    }

    /** Whether the same sample can be drawn again. */
    public static Replacement replacement(boolean value) {
        return new Replacement(value);
    }

    /** The width of a distribution. */
    public static Sigma sigma(double value) {
        return new Sigma(value);
    }

    /** The standard deviation of a distribution. */
    public static Std std(double value) {
        return new Std(value);
    }

    /** Where a range ends, exclusive. */
    public static To to(Number value) {
        return new To(value);
    }
}
