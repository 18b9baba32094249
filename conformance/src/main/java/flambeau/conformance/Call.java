package flambeau.conformance;

import flambeau.tensor.Tensor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the method that PyTorch's call is in Flambeau, and calls it. */
final class Call {
    private Call() {}

    /** The result of a function; {@link Given.None} where Java returns nothing or null. */
    static Object function(String api, Arguments arguments) {
        if (arguments.byName().containsKey("return_indices"))
            return function(
                    arguments.wantIndices() && !api.endsWith("_with_indices") ? api + "_with_indices" : api,
                    arguments.without("return_indices"));
        var candidates = new ArrayList<Candidate>();
        var targets = Names.targets(api);
        for (var target : targets)
            for (var method : methods(target.owner(), target.method(), target.isStatic()))
                if (target.isStatic()) candidates.add(new Candidate(method, null));
                else for (var receiver : receivers(arguments)) candidates.add(new Candidate(method, receiver));
        if (candidates.isEmpty() && isKnown(targets))
            throw new Unmapped("no overload: " + api + arguments.types(), true);
        if (candidates.isEmpty()) throw new Unmapped("no method: " + describe(targets), false);
        return best(api, candidates, arguments).call();
    }

    private static boolean isKnown(List<Names.Target> targets) {
        return targets.stream()
                .anyMatch(t -> !methods(t.owner(), t.method(), t.isStatic()).isEmpty());
    }

    private static String describe(List<Names.Target> targets) {
        return targets.stream()
                .map(t -> t.className().substring(t.className().lastIndexOf('.') + 1) + '.' + t.method())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** The result of a method of {@code target} itself. */
    static Object method(String api, Object target, String name, Arguments arguments) {
        var methods = methods(target.getClass(), name, false);
        if (methods.isEmpty())
            throw new Unmapped("no method: " + target.getClass().getSimpleName() + '.' + name, false);
        var candidates =
                methods.stream().map(m -> new Candidate(m, null, target)).toList();
        return best(api, candidates, arguments).call();
    }

    /** The arguments whose method may be meant: the first one, or the one that is called so, if they are tensors. */
    private static Set<String> receivers(Arguments arguments) {
        var found = new LinkedHashSet<String>();
        var first = arguments.byName().firstEntry();
        if (first != null && first.getValue() instanceof Tensor) found.add(first.getKey());
        for (var name : List.of("self", "input")) if (arguments.byName().get(name) instanceof Tensor) found.add(name);
        return found;
    }

    /** The public methods with this name, those of classes above included. */
    static List<Method> methods(@Nullable Class<?> owner, String name, boolean isStatic) {
        var found = new ArrayList<Method>();
        var seen = new LinkedHashSet<List<Class<?>>>();
        for (Class<?> type = owner; type != null; type = type.getSuperclass())
            for (var method : type.getDeclaredMethods())
                if (method.getName().equals(name)
                        && Modifier.isPublic(method.getModifiers())
                        && Modifier.isStatic(method.getModifiers()) == isStatic
                        && !method.isBridge()
                        && seen.add(Arrays.asList(method.getParameterTypes()))) found.add(method);
        found.sort(Comparator.comparing(Method::toGenericString));
        return found;
    }

    /** The candidate that takes the arguments best. */
    static Candidate.Binding best(String api, List<Candidate> candidates, Arguments arguments) {
        Candidate.Binding best = null;
        var missing = new LinkedHashSet<>(arguments.byName().keySet());
        for (var candidate : candidates) {
            var binding = candidate.bind(api, arguments);
            missing.retainAll(binding.missing);
            if (binding.fits() && (best == null || binding.cost < best.cost)) best = binding;
        }
        if (best != null) return best;
        if (!missing.isEmpty())
            throw new Unmapped("no parameter: " + String.join(", ", missing), missing.equals(Set.of("out")));
        throw new Unmapped("no overload: " + api + arguments.types(), true);
    }

    static Object invoke(Executable how, @Nullable Object on, @Nullable Object[] arguments) {
        how.setAccessible(true); // areas of operations are classes that are not public
        try {
            var result =
                    how instanceof Constructor<?> c ? c.newInstance(arguments) : ((Method) how).invoke(on, arguments);
            return result == null ? Given.None.NONE : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            if (e.getCause() instanceof Error cause) throw cause;
            throw new Failed(how.getName() + " threw " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new Failed(String.valueOf(e.getMessage()));
        }
    }
}
