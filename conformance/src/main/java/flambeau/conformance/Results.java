package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.array.Shape;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of composite results: records, lists, arrays, shapes. */
final class Results {
    private Results() {}

    /** The entries of a composite; null for what is a value by itself. */
    static @Nullable List<Object> parts(Object value) {
        return switch (value) {
            case List<?> list -> List.copyOf(list.stream().map(Results::orNone).toList());
            case Map<?, ?> map -> map.values().stream().map(Results::orNone).toList();
            case Shape shape -> array(shape.sizes());
            case Given.Packed(var parts) -> parts;
            case Record composite when !(value instanceof Given) -> components(composite);
            default -> value.getClass().isArray() ? array(value) : null;
        };
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? NONE : value;
    }

    private static List<Object> array(Object array) {
        var all = new ArrayList<Object>();
        for (int i = 0; i < Array.getLength(array); i++) all.add(orNone(Array.get(array, i)));
        return all;
    }

    private static List<Object> components(Record composite) {
        var all = new ArrayList<Object>();
        for (RecordComponent component : composite.getClass().getRecordComponents())
            all.add(Call.invoke(component.getAccessor(), composite, new Object[0]));
        return all;
    }
}
