package flambeau.args;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keywords of arithmetic and comparison of numbers. */
abstract sealed class ArithmeticArgs extends ActivationArgs permits AttentionArgs {
    ArithmeticArgs() {}

    /** A factor of the second operand. */
    public static Alpha alpha(Number value) {
        return new Alpha(value);
    }

    /** An absolute tolerance. */
    public static Atol atol(double value) {
        return new Atol(value, null);
    }

    /** An absolute tolerance for each matrix of a batch. */
    public static Atol atol(Operand value) {
        return new Atol(0, value);
    }

    /** The base of powers. */
    public static Base base(double value) {
        return new Base(value);
    }

    /** The factor of what is added to. */
    public static Beta beta(Number value) {
        return new Beta(value);
    }

    /** The number of digits behind the point. */
    public static Decimals decimals(int value) {
        return new Decimals(value);
    }

    /** The distance between sample points. */
    public static Dx dx(double value) {
        return new Dx(value);
    }

    /** The order of the differences at the edges, 1 or 2. */
    public static EdgeOrder edgeOrder(int value) {
        return new EdgeOrder(value);
    }

    /** Whether NaN is close to NaN. */
    public static EqualNan equalNan(boolean value) {
        return new EqualNan(value);
    }

    /** The upper end of a range. */
    public static Max max(Number value) {
        return new Max(value);
    }

    /** The lower end of a range. */
    public static Min min(Number value) {
        return new Min(value);
    }

    /** The number in place of NaN. */
    public static Nan nan(double value) {
        return new Nan(value);
    }

    /** The number in place of negative infinity. */
    public static Neginf neginf(double value) {
        return new Neginf(value);
    }

    /** The number in place of positive infinity. */
    public static Posinf posinf(double value) {
        return new Posinf(value);
    }

    /** How a quotient becomes a whole number. */
    public static RoundingMode roundingMode(RoundingMode value) {
        return value;
    }

    /** A relative tolerance. */
    public static Rtol rtol(double value) {
        return new Rtol(value, null);
    }

    /** A relative tolerance for each matrix of a batch. */
    public static Rtol rtol(Operand value) {
        return new Rtol(0, value);
    }

    /** The distance between sample points in all dimensions. */
    public static Spacing spacing(double distance) {
        return new Spacing(List.of(distance), List.of(), true);
    }

    /** The distances between sample points, one a dimension. */
    public static Spacing spacing(double... distances) {
        return new Spacing(Arrays.stream(distances).boxed().toList(), List.of(), false);
    }

    /** The coordinates of the sample points, a tensor a dimension; null for the distance 1. */
    public static Spacing spacing(@Nullable List<? extends Operand> coordinates) {
        return coordinates == null ? spacing(1) : new Spacing(List.of(), List.copyOf(coordinates), false);
    }

    /** What is filled in. */
    public static Value value(double value) {
        return new Value(value);
    }
}
