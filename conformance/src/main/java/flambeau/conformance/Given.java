package flambeau.conformance;

import java.util.List;
import java.util.Map;

/** Values of the data that no Java type stands for by itself; what they become depends on who takes them. */
sealed interface Given {
    /** Python's None. */
    enum None implements Given {
        /** The only one. */
        NONE;

        @Override
        public String toString() {
            return "None";
        }
    }

    /** An index tuple. */
    record Index(List<Object> entries) implements Given {}

    /** Python's slice, whose entries are integers or none. */
    record Slice(Object start, Object stop, Object step) implements Given {}

    /** Python's {@code ...}. */
    record Ellipsis() implements Given {}

    /** A module, or something like it, with its constructor's arguments. */
    record Made(String api, Arguments ctor) implements Given {}

    /** A function by its name. */
    record Function(String api) implements Given {}

    /** A mapping. */
    record Dict(Map<String, Object> entries) implements Given {}

    /** A packed sequence: data, batch sizes, sorted and unsorted indices. */
    record Packed(List<Object> parts) implements Given {}

    /** A sparse gradient in coordinates. */
    record Sparse(flambeau.tensor.Tensor indices, flambeau.tensor.Tensor values, List<Object> size) implements Given {}
}
