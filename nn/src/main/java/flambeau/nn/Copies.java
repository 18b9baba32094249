package flambeau.nn;

import flambeau.array.Shape;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Copies of Java's own values, records and collections. */
final class Copies {
    private Copies() {}

    /** A copy of {@code value}, itself if it never changes, or null if it cannot be copied. */
    static @Nullable Object of(Object value, Copying copying) {
        if (isFixed(value)) return value;
        return switch (value) {
            case Generator g -> g == Generator.getDefault() ? g : g.clone();
            case AtomicInteger n -> new AtomicInteger(n.get());
            case AtomicLong n -> new AtomicLong(n.get());
            case Record r -> record(r, copying);
            case Map<?, ?> map -> map(map, copying);
            case Collection<?> c -> collection(c, copying);
            default -> value.getClass().isArray() ? array(value, copying) : ownClone(value);
        };
    }

    /** Whether {@code value} is of a kind that never changes, as text, numbers and functions. */
    private static boolean isFixed(Object value) {
        var type = value.getClass();
        return switch (value) {
            case String _, Number _ when type.getPackageName().matches("java\\.(lang|math)") -> true;
            case Boolean _, Character _, Enum<?> _, Class<?> _, Shape _ -> true;
            case Pattern _, UUID _, Locale _, Charset _, Path _ -> true;
            default ->
                type.isHidden() // a lambda
                        || type.getPackageName().startsWith("java.time")
                        || !type.isArray() && !(value instanceof Record) && isConstant(value);
        };
    }

    /** Whether all that {@code value} holds is final and fixed. */
    private static boolean isConstant(Object value) {
        if (value.getClass().getModule() == Object.class.getModule() || value instanceof Tensor) return false;
        for (Class<?> at = value.getClass(); at != null && at != Object.class; at = at.getSuperclass())
            for (var field : at.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) continue;
                if (!Modifier.isFinal(field.getModifiers()) || !field.trySetAccessible()) return false;
                if (field.getType().isPrimitive()) continue;
                var held = StateFields.read(field, value);
                if (held instanceof Module || held != null && !isFixed(held)) return false;
            }
        return true;
    }

    /** A record of the copies of its components; arrays of numbers in it are taken for constants. */
    private static @Nullable Object record(Record value, Copying copying) {
        var components = value.getClass().getRecordComponents();
        var parts = new @Nullable Object[components.length];
        boolean changed = false;
        for (int i = 0; i < parts.length; i++) {
            var part = read(components[i], value);
            boolean fixed = part == null
                    || part.getClass().isArray()
                            && part.getClass().getComponentType().isPrimitive();
            parts[i] = part == null || fixed ? part : copying.of(part);
            if (part != null && parts[i] == null) return null;
            changed |= parts[i] != part;
        }
        return changed ? construct(value.getClass(), components, parts) : value;
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("deepCopy: " + component + " cannot be read", e);
        }
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] parts) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("deepCopy: record " + type.getSimpleName() + " cannot be constructed", e);
        }
    }

    private static @Nullable Object array(Object array, Copying copying) {
        int n = Array.getLength(array);
        var type = array.getClass().getComponentType();
        var copy = Array.newInstance(type, n);
        if (type.isPrimitive()) System.arraycopy(array, 0, copy, 0, n);
        else
            for (int i = 0; i < n; i++) {
                var element = Array.get(array, i);
                var own = element == null ? null : copying.of(element);
                if (element != null && own == null) return null;
                Array.set(copy, i, own);
            }
        return copy;
    }

    private static @Nullable Object collection(Collection<?> given, Copying copying) {
        var all = new ArrayList<@Nullable Object>();
        for (var element : given) {
            var own = element == null ? null : copying.of(element);
            if (element != null && own == null) return null;
            all.add(own);
        }
        if (ownClone(given) instanceof Collection<?> copy) {
            @SuppressWarnings("unchecked") // the elements are copies of elements
            var own = (Collection<@Nullable Object>) copy;
            own.clear();
            own.addAll(all);
            return own;
        }
        return switch (given) {
            case List<?> _ when isUnmodifiable(given) -> List.copyOf(all);
            case List<?> _ -> all;
            case Set<?> _ -> new LinkedHashSet<>(all);
            default -> null;
        };
    }

    private static @Nullable Object map(Map<?, ?> given, Copying copying) {
        var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var entry : given.entrySet()) {
            Object key = entry.getKey(), value = entry.getValue();
            var ownKey = key == null ? null : copying.of(key);
            var ownValue = value == null ? null : copying.of(value);
            if (key != null && ownKey == null || value != null && ownValue == null) return null;
            all.put(ownKey, ownValue);
        }
        if (ownClone(given) instanceof Map<?, ?> copy) {
            @SuppressWarnings("unchecked") // the entries are copies of entries
            var own = (Map<@Nullable Object, @Nullable Object>) copy;
            own.clear();
            own.putAll(all);
            return own;
        }
        return all;
    }

    private static boolean isUnmodifiable(Object list) {
        return list.getClass().getSimpleName().matches("List(12|N)");
    }

    /** What the public method {@code clone} of a Cloneable gives; null if there is none. */
    private static @Nullable Object ownClone(Object value) {
        if (!(value instanceof Cloneable)) return null;
        try {
            var method = value.getClass().getMethod("clone");
            if (value.getClass().getModule() != Object.class.getModule()) method.setAccessible(true);
            return method.invoke(value);
        } catch (ReflectiveOperationException _) {
            return null;
        }
    }
}
