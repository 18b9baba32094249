package flambeau.conformance;

import java.lang.reflect.Array;
import java.util.List;

/** Nested lists of numbers as Java arrays: what {@code torch.tensor} is given. */
final class JavaData {
    private JavaData() {}

    /** An array of long, double (if any number is a float) or boolean, as deep as the lists. */
    static Object of(List<?> list) {
        return array(list, element(list));
    }

    private static Class<?> element(Object value) {
        Class<?> found = null;
        if (!(value instanceof List<?> list))
            return value instanceof Boolean ? boolean.class : value instanceof Long ? long.class : double.class;
        for (Object entry : list) {
            var type = element(entry);
            if (found == null || type == double.class || found == boolean.class) found = type;
        }
        return found == null ? double.class : found;
    }

    private static Object array(List<?> list, Class<?> element) {
        Class<?> row = element;
        for (Object entry = list; entry instanceof List<?> inner; entry = inner.isEmpty() ? 0 : inner.getFirst())
            row = row.arrayType();
        var all = Array.newInstance(row.getComponentType(), list.size());
        for (int i = 0; i < list.size(); i++) Array.set(all, i, entry(list.get(i), element));
        return all;
    }

    private static Object entry(Object value, Class<?> element) {
        if (value instanceof List<?> list) return array(list, element);
        if (element == double.class && value instanceof Number n) return n.doubleValue();
        if (element == double.class && value instanceof Boolean flag) return flag ? 1.0 : 0.0;
        if (element == long.class && value instanceof Boolean flag) return flag ? 1L : 0L;
        return value;
    }
}
