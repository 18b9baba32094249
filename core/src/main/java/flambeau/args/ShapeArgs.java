package flambeau.args;

import org.jspecify.annotations.Nullable;

/** Keywords of dimensions, parts and indices. */
abstract sealed class ShapeArgs extends SequenceArgs permits SortingArgs {
    ShapeArgs() {}

    /** Whether values are added to what is there and do not replace it. */
    public static Accumulate accumulate(boolean value) {
        return new Accumulate(value);
    }

    /** What is put behind; null for nothing. */
    public static Append append(@Nullable Operand value) {
        return new Append(value);
    }

    /** The diagonal, counted from the main one; above it is positive. */
    public static Diagonal diagonal(int value) {
        return new Diagonal(value);
    }

    /** The dimensions to work along; negative ones count from the end. */
    public static Dim dim(int... dims) {
        return new Dim(dims);
    }

    /** The first of two dimensions; negative ones count from the end. */
    public static Dim1 dim1(int value) {
        return new Dim1(value);
    }

    /** The second of two dimensions; negative ones count from the end. */
    public static Dim2 dim2(int value) {
        return new Dim2(value);
    }

    /** The dimensions to work along; negative ones count from the end. */
    public static Dims dims(int... dims) {
        return new Dims(dims);
    }

    /** The place behind the last; null for the end. */
    public static End end(@Nullable Integer value) {
        return new End(value);
    }

    /** The last dimension of a range, inclusive; negative ones count from the end. */
    public static EndDim endDim(int value) {
        return new EndDim(value);
    }

    /** Whether what is there takes part. */
    public static IncludeSelf includeSelf(boolean value) {
        return new IncludeSelf(value);
    }

    /** Which dimension of a mesh the first tensor counts along. */
    public static Indexing indexing(Indexing value) {
        return value;
    }

    /** Whether what was reduced stays as a dimension of size 1. */
    public static Keepdim keepdim(boolean value) {
        return new Keepdim(value);
    }

    /** How often, or how many. */
    public static N n(int value) {
        return new N(value);
    }

    /** The diagonal, counted from the main one; above it is positive. */
    public static Offset offset(int value) {
        return new Offset(value);
    }

    /** What is put in front; null for nothing. */
    public static Prepend prepend(@Nullable Operand value) {
        return new Prepend(value);
    }

    /** How many elements are combined. */
    public static R r(int value) {
        return new R(value);
    }

    /** What is made of values that go to one place. */
    public static Reduce reduce(Reduce value) {
        return value;
    }

    /** The first place; null for the beginning. */
    public static Start start(@Nullable Integer value) {
        return new Start(value);
    }

    /** The first dimension of a range; negative ones count from the end. */
    public static StartDim startDim(int value) {
        return new StartDim(value);
    }

    /** The distance between places. */
    public static Step step(int value) {
        return new Step(value);
    }

    /** Whether the same element can be combined with itself. */
    public static WithReplacement withReplacement(boolean value) {
        return new WithReplacement(value);
    }
}
