package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Index;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of the data as the Java types that methods take. */
final class Conversion {
    private static final int FAR = 10;

    private Conversion() {}

    /** {@code value} as a {@code type}, or null if it is none. */
    static @Nullable Fit fit(Object value, Type type) {
        var raw = raw(type);
        if (value == NONE) return raw.isPrimitive() || raw.isArray() ? null : new Fit(null, 2);
        if (raw.isArray()) return array(value, raw);
        if (raw.isEnum() && value instanceof String word) return constant(word, raw);
        if (value instanceof String word && word.contains(":") && Arg.class.isAssignableFrom(raw))
            return made(word, raw);
        return switch (value) {
            case Boolean flag -> flag(flag, raw);
            case Long n -> whole(n, raw);
            case Double x -> real(x, raw);
            case List<?> list -> list(list, type, raw);
            case Given.Made made -> instance(made.object(), raw);
            case Given.Function function -> Functions.fit(function, raw);
            case Given.Lambda lambda -> Functions.fit(lambda, raw);
            case Given.Packed(var parts) -> raw.isRecord() ? components(parts, raw) : null;
            case Given.Dict(var entries) -> raw == Map.class ? new Fit(entries, 0) : null;
            default -> instance(value, raw);
        };
    }

    private static @Nullable Fit instance(Object value, Class<?> raw) {
        return raw.isInstance(value) ? new Fit(value, raw == Object.class ? 3 : 0) : null;
    }

    private static @Nullable Fit flag(boolean flag, Class<?> raw) {
        if (raw == boolean.class || raw == Boolean.class) return new Fit(flag, 0);
        if (raw == Object.class) return new Fit(flag, 3);
        var asNumber = whole(flag ? 1 : 0, raw); // Python's bool is an int
        return asNumber == null ? null : new Fit(asNumber.value(), FAR);
    }

    private static @Nullable Fit whole(long n, Class<?> raw) {
        boolean small = n == (int) n;
        if (raw == int.class || raw == Integer.class) return small ? new Fit((int) n, 0) : null;
        if (raw == long.class || raw == Long.class) return new Fit(n, 0);
        if (raw == Number.class) return new Fit(small ? (Number) (int) n : (Number) n, 0);
        if (raw == double.class || raw == Double.class) return new Fit((double) n, 1);
        if (raw == float.class) return new Fit((float) n, 1);
        if (raw == Object.class) return new Fit(n, 3);
        return options(n, raw);
    }

    private static @Nullable Fit real(double x, Class<?> raw) {
        if (raw == double.class || raw == Double.class || raw == Number.class) return new Fit(x, 0);
        if (raw == float.class) return new Fit((float) x, 1);
        if (raw == Object.class) return new Fit(x, 3);
        return options(x, raw);
    }

    /** As a keyword that is a parameter of its own, like the kernel of a convolution. */
    private static @Nullable Fit options(Object value, Class<?> raw) {
        if (!Arg.class.isAssignableFrom(raw)) return null;
        var option = Keywords.of(raw, value);
        return option == null ? null : new Fit(option.value(), 1);
    }

    private static @Nullable Fit list(List<?> list, Type type, Class<?> raw) {
        if (raw == Shape.class) {
            var sizes = array(list, int[].class);
            boolean negative = list.stream().anyMatch(n -> n instanceof Long size && size < 0);
            return sizes != null && !negative && sizes.value() instanceof int[] all ? new Fit(Shape.of(all), 1) : null;
        }
        if (raw == Object.class) return new Fit(JavaData.of(list), 3);
        if (raw == int.class) return list.size() == 1 && list.getFirst() instanceof Long n ? single(n) : null;
        if (raw.isRecord() && !Arg.class.isAssignableFrom(raw)) return components(list, raw);
        if (!raw.isAssignableFrom(List.class)) return options(list, raw);
        var element = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
        var all = new ArrayList<@Nullable Object>();
        int cost = 0;
        for (Object entry : list) {
            var fit = fit(entry, element);
            if (fit == null) return null;
            all.add(fit.value());
            cost = Math.max(cost, fit.cost());
        }
        return new Fit(all, cost);
    }

    /** The one size of a tuple, where Java knows that there is but one axis. */
    private static @Nullable Fit single(long size) {
        return size == (int) size ? new Fit((int) size, FAR) : null;
    }

    /** A record, one value a component. */
    private static @Nullable Fit components(List<?> list, Class<?> raw) {
        var components = raw.getRecordComponents();
        if (components.length != list.size()) return null;
        var types = new Class<?>[components.length];
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            var fit = fit(list.get(i), components[i].getGenericType());
            if (fit == null) return null;
            values[i] = fit.value();
        }
        try {
            return new Fit(Call.invoke(raw.getDeclaredConstructor(types), null, values), 0);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e); // every record has it
        }
    }

    private static @Nullable Fit array(Object value, Class<?> raw) {
        var element = raw.getComponentType();
        if (element == Index.class) return Indices.of(value);
        var list = value instanceof List<?> given ? given : List.of(value);
        var all = Array.newInstance(element, list.size());
        int cost = value instanceof List ? 0 : 1;
        for (int i = 0; i < list.size(); i++) {
            var fit = fit(list.get(i), element);
            if (fit == null) return null;
            Array.set(all, i, fit.value());
            cost = Math.max(cost, fit.cost());
        }
        return new Fit(all, cost);
    }

    private static @Nullable Fit constant(String word, Class<?> raw) {
        for (Object constant : raw.getEnumConstants())
            if (letters(((Enum<?>) constant).name()).equals(letters(word))
                    || constant instanceof DType d && d.word().equals(word)) return new Fit(constant, 0);
        return null;
    }

    /** PyTorch's {@code aspect_ratio:2} as {@code aspectRatio(2)} of the class, or null. */
    private static @Nullable Fit made(String word, Class<?> raw) {
        var parts = word.split(":", 2);
        try {
            var factory = raw.getMethod(Names.camel(parts[0]), int.class);
            return new Fit(factory.invoke(null, Integer.parseInt(parts[1])), 0);
        } catch (ReflectiveOperationException | NumberFormatException e) {
            return null;
        }
    }

    private static String letters(String word) {
        return word.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            case GenericArrayType a -> raw(a.getGenericComponentType()).arrayType();
            case WildcardType w -> raw(w.getLowerBounds().length > 0 ? w.getLowerBounds()[0] : w.getUpperBounds()[0]);
            case TypeVariable<?> v -> raw(v.getBounds()[0]);
            default -> Object.class;
        };
    }
}
