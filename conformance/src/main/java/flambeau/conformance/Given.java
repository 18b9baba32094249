package flambeau.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** A module, or something like it, with its constructor's arguments: made once, when it is first asked for. */
    final class Made implements Given {
        private final String api;
        private final Arguments ctor;
        private @Nullable Object object;

        Made(String api, Arguments ctor) {
            this.api = api;
            this.ctor = ctor;
        }

        String api() {
            return api;
        }

        Object object() {
            if (object == null) object = Make.object(api, ctor);
            return object;
        }
    }

    /** A scheduler of an optimiser that the case names. */
    record Scheduler(String api, Arguments ctor) implements Given {}

    /** A function of one number, as a Python expression. */
    record Lambda(String expression, String variable) implements Given {}

    /** A function by its name. */
    record Function(String api) implements Given {}

    /** A mapping. */
    record Dict(Map<String, Object> entries) implements Given {}

    /** A packed sequence: data, batch sizes, sorted and unsorted indices. */
    record Packed(List<Object> parts) implements Given {}

    /** A sparse gradient in coordinates. */
    record Sparse(flambeau.tensor.Tensor indices, flambeau.tensor.Tensor values, List<Object> size) implements Given {}
}
