package flambeau.args;

import org.jspecify.annotations.Nullable;

/** Keywords of order, search and statistics. */
abstract sealed class SortingArgs extends ShapeArgs permits WindowArgs {
    SortingArgs() {}

    /** Whether no element occurs twice. */
    public static AssumeUnique assumeUnique(boolean value) {
        return new AssumeUnique(value);
    }

    /** The importance of each observation; null for all the same. */
    public static Aweights aweights(@Nullable Operand value) {
        return new Aweights(value);
    }

    /** The number of bins of a histogram. */
    public static Bins bins(int value) {
        return new Bins(value);
    }

    /** What is subtracted from the count when a variance divides by it; null for 1. */
    public static Correction correction(@Nullable Number value) {
        return new Correction(value);
    }

    /** Whether the largest comes first. */
    public static Descending descending(boolean value) {
        return new Descending(value);
    }

    /** How often each observation was made; null for once. */
    public static Fweights fweights(@Nullable Operand value) {
        return new Fweights(value);
    }

    /** What is made of the two elements between which a quantile falls. */
    public static Interpolation interpolation(Interpolation value) {
        return value;
    }

    /** Whether the answer is turned over. */
    public static Invert invert(boolean value) {
        return new Invert(value);
    }

    /** Whether the largest are wanted, and not the smallest. */
    public static Largest largest(boolean value) {
        return new Largest(value);
    }

    /** The least number of counts. */
    public static Minlength minlength(int value) {
        return new Minlength(value);
    }

    /** Whether places are int32 rather than int64. */
    public static OutInt32 outInt32(boolean value) {
        return new OutInt32(value);
    }

    /** Whether it is counted how often each element occurs. */
    public static ReturnCounts returnCounts(boolean value) {
        return new ReturnCounts(value);
    }

    /** Whether the place of each element in the result is wanted. */
    public static ReturnInverse returnInverse(boolean value) {
        return new ReturnInverse(value);
    }

    /** Whether a value that equals a boundary belongs to the interval above it. */
    public static Right right(boolean value) {
        return new Right(value);
    }

    /** On which side of equal elements a place is looked for. */
    public static Side side(Side value) {
        return value;
    }

    /** Whether the result is in order. */
    public static Sorted sorted(boolean value) {
        return new Sorted(value);
    }

    /** The places that sort a sequence; null if it is sorted. */
    public static Sorter sorter(@Nullable Operand value) {
        return new Sorter(value);
    }

    /** Whether equal elements keep their order. */
    public static Stable stable(boolean value) {
        return new Stable(value);
    }

    /** Whether a variance divides by the count less 1 rather than by the count. */
    public static Unbiased unbiased(boolean value) {
        return new Unbiased(value);
    }

    /** What each element counts; null for 1. */
    public static Weights weights(@Nullable Operand value) {
        return new Weights(value);
    }
}
