package flambeau.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;

/**
 * Arguments by PyTorch's parameter names, in order.
 *
 * @param byName values as {@link Values} makes them
 */
record Arguments(SequencedMap<String, Object> byName) {
    static Arguments of(Map<String, Object> byName) {
        return new Arguments(new LinkedHashMap<>(byName));
    }

    Arguments with(String name, Object value) {
        var all = new LinkedHashMap<>(byName);
        all.put(name, value);
        return new Arguments(all);
    }

    Arguments without(String name) {
        var all = new LinkedHashMap<>(byName);
        all.remove(name);
        return new Arguments(all);
    }

    /** Whether {@code return_indices} is true: Java has a method of its own for that, as the result is another one. */
    boolean wantIndices() {
        return Boolean.TRUE.equals(byName.get("return_indices"));
    }

    /** The types, for messages: {@code input: tensor, dim: int}. */
    String types() {
        var text = new StringJoiner(", ", "(", ")");
        byName.forEach((name, value) -> text.add(name + ": " + Values.type(value)));
        return text.toString();
    }
}
