package flambeau.args;

import java.util.Map;

/** Keywords of trees of layers, their hooks and saved state. */
abstract sealed class ModuleArgs extends LossArgs permits NormalizationArgs {
    ModuleArgs() {}

    /** Whether a hook is called even if the layer throws. */
    public static AlwaysCall alwaysCall(boolean value) {
        return new AlwaysCall(value);
    }

    /** Whether loading takes the given tensors' memory instead of copying from it. */
    public static Assign assign(boolean value) {
        return new Assign(value);
    }

    /** Whether a norm that is infinite or NaN is refused. */
    public static ErrorIfNonfinite errorIfNonfinite(boolean value) {
        return new ErrorIfNonfinite(value);
    }

    /** Whether the parameters themselves are given, with their history. */
    public static KeepVars keepVars(boolean value) {
        return new KeepVars(value);
    }

    /** Whether a parameter keeps the value that was computed. */
    public static LeaveParametrized leaveParametrized(boolean value) {
        return new LeaveParametrized(value);
    }

    /** Texts that a file carries beside its tensors. */
    public static Metadata metadata(Map<String, String> value) {
        return new Metadata(value);
    }

    /** Which parameter is meant. */
    public static Name name(String value) {
        return new Name(value);
    }

    /** A name and what it names: an entry of a container. */
    public static <T> Named<T> named(String name, T value) {
        return new Named<>(name, value);
    }

    /** How often an estimate of the largest singular value is improved at each call. */
    public static NPowerIterations nPowerIterations(int value) {
        return new NPowerIterations(value);
    }

    /** How an orthogonal matrix is made of any. */
    public static OrthogonalMap orthogonalMap(OrthogonalMap value) {
        return value;
    }

    /** Whether a buffer is part of the state dict. */
    public static Persistent persistent(boolean value) {
        return new Persistent(value);
    }

    /** What all names begin with. */
    public static Prefix prefix(String value) {
        return new Prefix(value);
    }

    /** Whether a hook is called before those that are there. */
    public static PrependHook prepend(boolean value) {
        return new PrependHook(value);
    }

    /** Whether modules further down count too. */
    public static Recurse recurse(boolean value) {
        return new Recurse(value);
    }

    /** Whether what is held twice is listed once. */
    public static RemoveDuplicate removeDuplicate(boolean value) {
        return new RemoveDuplicate(value);
    }

    /** Whether gradients are dropped rather than set to 0. */
    public static SetToNone setToNone(boolean value) {
        return new SetToNone(value);
    }

    /** Whether loading refuses missing and unexpected names. */
    public static Strict strict(boolean value) {
        return new Strict(value);
    }

    /** Whether the weight is that of a transposed convolution. */
    public static Transpose transpose(boolean value) {
        return new Transpose(value);
    }

    /** Whether a parametrisation may change the shape and the dtype. */
    public static Unsafe unsafe(boolean value) {
        return new Unsafe(value);
    }

    /** Whether the parameter is a step from a fixed orthogonal matrix, the first value. */
    public static UseTrivialization useTrivialization(boolean value) {
        return new UseTrivialization(value);
    }
}
