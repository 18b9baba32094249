package flambeau.conformance;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions that are handed over as values. */
final class Functions {
    private Functions() {}

    /** A function as an interface with one method, or as the word of an enum. */
    static @Nullable Fit fit(Given.Function function, Class<?> raw) {
        var api = function.api();
        if (raw.isEnum()) return Conversion.fit(api.substring(api.lastIndexOf('.') + 1), raw);
        var names = List.copyOf(Api.parameters(api).keySet());
        return fit(raw, args -> {
            var given = new LinkedHashMap<String, Object>();
            for (int i = 0; i < args.size(); i++) given.put(i < names.size() ? names.get(i) : "arg" + i, args.get(i));
            return Call.function(api, new Arguments(given));
        });
    }

    /** A function of a number as an interface with one method. */
    static @Nullable Fit fit(Given.Lambda lambda, Class<?> raw) {
        return fit(raw, args -> {
            double x = ((Number) args.getFirst()).doubleValue();
            return new Expression(lambda.expression(), lambda.variable(), x).value();
        });
    }

    private static @Nullable Fit fit(Class<?> raw, Function<List<Object>, Object> function) {
        if (!raw.isInterface()) return null;
        var methods = Arrays.stream(raw.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .toList();
        return methods.size() == 1 ? new Fit(proxy(raw, methods.getFirst(), function), 0) : null;
    }

    private static Object proxy(Class<?> raw, Method only, Function<List<Object>, Object> function) {
        return Proxy.newProxyInstance(raw.getClassLoader(), new Class<?>[] {raw}, (_, method, args) -> {
            if (!method.getName().equals(only.getName())) return method.invoke(function, args);
            return function.apply(
                    Arrays.stream(args).map(Objects::requireNonNull).toList());
        });
    }
}
