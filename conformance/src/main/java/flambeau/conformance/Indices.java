package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.tensor.Index;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's index tuples as Flambeau's entries of an index. */
final class Indices {
    private Indices() {}

    /** Null if it is no index. */
    static @Nullable Fit of(Object value) {
        if (!(value instanceof Given.Index(var entries))) return null;
        var all = new ArrayList<Index>();
        for (var entry : entries) all.add(entry(entry));
        return new Fit(all.toArray(Index[]::new), 0);
    }

    private static Index entry(Object value) {
        if (value == NONE) return Tensors.newAxis();
        return switch (value) {
            case Given.Ellipsis _ -> Tensors.ellipsis();
            case Given.Slice(var start, var stop, var step) ->
                start == NONE && stop == NONE && step == NONE
                        ? Tensors.all()
                        : Tensors.slice(or(start, 0), or(stop, Integer.MAX_VALUE), or(step, 1));
            case Long place -> Tensors.at(Math.toIntExact(place));
            default -> (Index) Call.function("torch.at", Arguments.of(Map.of("index", value)));
        };
    }

    private static int or(Object value, int other) {
        return value instanceof Long n ? Math.toIntExact(n) : other;
    }
}
