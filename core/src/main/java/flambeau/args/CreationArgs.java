package flambeau.args;

import flambeau.array.DType;
import org.jspecify.annotations.Nullable;

/** Keywords of what a new tensor is made of, and how tensors are printed. */
abstract sealed class CreationArgs extends AutogradArgs permits DataArgs {
    CreationArgs() {}

    /** Whether the result has memory of its own even where nothing changes. */
    public static Copy copy(boolean value) {
        return new Copy(value);
    }

    /** The element type of the result. */
    public static Dtype dtype(DType value) {
        return new Dtype(value);
    }

    /** How many elements stay at each end of a dimension that is summarised. */
    public static Edgeitems edgeitems(int value) {
        return new Edgeitems(value);
    }

    /** Characters a line. */
    public static Linewidth linewidth(int value) {
        return new Linewidth(value);
    }

    /** Digits behind the point. */
    public static Precision precision(int value) {
        return new Precision(value);
    }

    /** A set of print options. */
    public static Profile profile(Profile value) {
        return value;
    }

    /** Whether the gradient of a new tensor is wanted. */
    public static RequiresGrad requiresGrad(boolean value) {
        return new RequiresGrad(value);
    }

    /** Whether numbers are printed with exponents; null leaves that to the numbers. */
    public static SciMode sciMode(@Nullable Boolean value) {
        return new SciMode(value);
    }

    /** The number of the first element in the storage; null for that of the tensor. */
    public static StorageOffset storageOffset(@Nullable Long value) {
        return new StorageOffset(value);
    }
}
