package flambeau.conformance;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions that are handed over as values. */
final class Functions {
    private Functions() {}

    /** A function as an interface with one method, or as the word of an enum. */
    static @Nullable Fit fit(Given.Function function, Class<?> raw) {
        if (raw.isEnum())
            return Conversion.fit(function.api().substring(function.api().lastIndexOf('.') + 1), raw);
        if (!raw.isInterface()) return null;
        var methods = Arrays.stream(raw.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .toList();
        return methods.size() == 1 ? new Fit(proxy(function.api(), raw, methods.getFirst()), 0) : null;
    }

    private static Object proxy(String api, Class<?> raw, Method only) {
        var names = List.copyOf(Api.parameters(api).keySet());
        return Proxy.newProxyInstance(raw.getClassLoader(), new Class<?>[] {raw}, (self, method, args) -> {
            if (!method.getName().equals(only.getName())) return method.invoke(api, args);
            var given = new LinkedHashMap<String, Object>();
            for (int i = 0; i < args.length; i++)
                given.put(i < names.size() ? names.get(i) : "arg" + i, Objects.requireNonNull(args[i]));
            return Call.function(api, new Arguments(given));
        });
    }
}
