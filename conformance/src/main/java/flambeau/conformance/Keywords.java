package flambeau.conformance;

import flambeau.args.Arg;
import flambeau.args.Args;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keyword options: the factories of {@link Args} by name. */
final class Keywords {
    private static final Map<String, List<Method>> FACTORIES = factories();

    private Keywords() {}

    private static Map<String, List<Method>> factories() {
        var all = new HashMap<String, List<Method>>();
        for (var method : Args.class.getMethods())
            if (Modifier.isStatic(method.getModifiers())
                    && Arg.class.isAssignableFrom(method.getReturnType())
                    && !method.getName().equals("given")) {
                method.setAccessible(true); // topics are classes that are not public
                all.computeIfAbsent(method.getName(), _ -> new ArrayList<>()).add(method);
            }
        all.values().forEach(list -> list.sort(Comparator.comparing(Method::toGenericString)));
        return all;
    }

    /** The factories of PyTorch's parameter {@code name} whose options {@code callee} takes. */
    static List<Method> taken(String name, Class<?> callee) {
        var all = new ArrayList<Method>();
        for (var word : Names.keywords(name))
            for (var factory : FACTORIES.getOrDefault(word, List.of()))
                if (taker(factory.getReturnType()).isAssignableFrom(callee)) all.add(factory);
        return all;
    }

    /** The names of all keywords whose options {@code callee} takes, in alphabetical order. */
    static List<String> words(Class<?> callee) {
        return FACTORIES.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(f -> taker(f.getReturnType()) != Object.class
                                && taker(f.getReturnType()).isAssignableFrom(callee)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The option that one of {@code factories} makes of {@code value}, or null if none takes it. */
    static @Nullable Fit option(List<Method> factories, Object value) {
        Fit best = null;
        for (var factory : factories) {
            var fit = option(factory, value);
            if (fit != null && (best == null || fit.cost() < best.cost())) best = fit;
        }
        return best;
    }

    /** The option of this class with this value, or null. */
    static @Nullable Fit of(Class<?> type, Object value) {
        var all = new ArrayList<Method>();
        for (var list : FACTORIES.values())
            for (var factory : list)
                if (factory.getReturnType() == type && factory.getParameterTypes()[0] != type) all.add(factory);
        return option(all, value);
    }

    private static @Nullable Fit option(Method factory, Object value) {
        var types = factory.getGenericParameterTypes();
        var values = types.length > 1 && value instanceof List<?> list ? list : List.of(value);
        if (values.size() != types.length) return null;
        var given = new @Nullable Object[types.length];
        int cost = 0;
        for (int i = 0; i < types.length; i++) {
            if (values.get(i) == Given.None.NONE && types[i] == int[].class) continue; // as dim(null)
            var fit = Conversion.fit(Objects.requireNonNull(values.get(i)), types[i]);
            if (fit == null) return null;
            given[i] = fit.value();
            cost += fit.cost();
        }
        try {
            return new Fit(factory.invoke(null, given), cost);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new Failed(factory.getName() + ": " + e.getCause());
        } catch (IllegalAccessException e) {
            throw new Failed(String.valueOf(e.getMessage()));
        }
    }

    /** Who takes options of this class: the T of its {@code Arg<T>}. */
    private static Class<?> taker(Class<?> option) {
        for (var above : option.getGenericInterfaces())
            if (above instanceof ParameterizedType p && p.getRawType() == Arg.class)
                return Conversion.raw(p.getActualTypeArguments()[0]);
        return Arrays.stream(option.getInterfaces())
                .map(Keywords::taker)
                .findFirst()
                .orElse(Object.class);
    }
}
