package flambeau.nn;

import flambeau.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds modules and parameters where nobody would look for them: in plain collections and captured variables. */
final class StateCheck {
    private static final int ENOUGH = 100; // elements of a collection that are looked at
    private static final String CAPTURED = "val$"; // javac's prefix of a variable that a local class uses

    private StateCheck() {}

    /** Whether {@code value} is state. */
    static boolean isMember(@Nullable Object value) {
        return value instanceof Module || value instanceof Parameter || value instanceof Buffer;
    }

    /** Whether all values of {@code type} are state. */
    static boolean isMember(Class<?> type) {
        return Module.class.isAssignableFrom(type) || type == Parameter.class || type == Buffer.class;
    }

    /** Whether {@code field} may hold state, or a collection of it. */
    static boolean mayMatter(Field field) {
        var type = field.getType();
        boolean may = isMember(type) || type.isInterface() || type.isAssignableFrom(Tensor.class);
        if (field.isSynthetic()) return may && field.getName().startsWith(CAPTURED);
        return may || isCollection(type);
    }

    private static boolean isCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type.isArray() && !type.getComponentType().isPrimitive();
    }

    /** Refuses a plain collection of state: one that is declared so, or has such an element. */
    static void check(Module module, Field field, @Nullable Object value) {
        if (isMember(value)) return;
        var declared = isCollection(field.getType()) ? found(field.getGenericType()) : null;
        var kind = declared != null ? declared : found(value);
        if (kind == null) return;
        var plain = field.getType();
        boolean named = Map.class.isAssignableFrom(plain) || value instanceof Map;
        boolean modules = Module.class.isAssignableFrom(kind);
        throw new IllegalStateException(
                "%s: field %s is a plain %s of %s, which would not be found; use %s%s, or make it transient if it is no state"
                        .formatted(
                                Repr.name(module),
                                field.getName(),
                                plain.isArray() ? "array" : plain.getSimpleName(),
                                modules ? "modules" : "parameters",
                                modules ? "Module" : "Parameter",
                                named ? "Dict" : "List"));
    }

    /** Refuses state in a variable that a local or anonymous class has captured. */
    static void checkCaptured(Module module, Field field, @Nullable Object value) {
        if (!isMember(value)) return;
        throw new IllegalStateException("%s: the captured variable %s holds a %s, which would not be found; use a field"
                .formatted(
                        Repr.name(module),
                        field.getName().substring(CAPTURED.length()),
                        value instanceof Module ? "module" : "parameter"));
    }

    /** The kind of state that a declared type such as {@code List<Layer>} names. */
    private static @Nullable Class<?> found(Type type) {
        return switch (type) {
            case Class<?> c when isMember(c) -> c;
            case Class<?> c when c.isArray() -> found(c.getComponentType());
            case GenericArrayType array -> found(array.getGenericComponentType());
            case ParameterizedType p when p.getRawType() instanceof Class<?> raw && isMember(raw) -> raw;
            case ParameterizedType p -> found(p.getActualTypeArguments());
            case WildcardType w -> found(w.getUpperBounds());
            default -> null;
        };
    }

    private static @Nullable Class<?> found(Type[] types) {
        for (var type : types) {
            var kind = found(type);
            if (kind != null) return kind;
        }
        return null;
    }

    /** The kind of state among the elements of {@code value}. */
    private static @Nullable Class<?> found(@Nullable Object value) {
        Collection<?> elements = switch (value) {
            case Collection<?> c -> c;
            case Map<?, ?> map -> map.values();
            case Object[] array -> Arrays.asList(array);
            case null, default -> List.of();
        };
        int seen = 0;
        for (var element : elements) {
            if (isMember(element)) return element.getClass();
            if (++seen == ENOUGH) break;
        }
        return null;
    }
}
