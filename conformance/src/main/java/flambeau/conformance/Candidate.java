package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import flambeau.args.Arg;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One method or constructor that may be meant, and how it takes given arguments: by the name of its parameter, as a keyword
 * option, else by order.
 */
final class Candidate {
    private final Executable how;
    private final @Nullable String receiver; // the argument whose method this is
    private final @Nullable Object target;
    private final String[] names; // of the positional parameters
    private final Type[] types;
    private final @Nullable Class<?> callee; // whose options it takes

    /** A static method, a constructor, or a method of the argument called {@code receiver}. */
    Candidate(Executable how, @Nullable String receiver) {
        this(how, receiver, null);
    }

    Candidate(Executable how, @Nullable String receiver, @Nullable Object target) {
        this.how = how;
        this.receiver = receiver;
        this.target = target;
        var all = how.getGenericParameterTypes();
        callee = all.length > 0 && how.isVarArgs() ? callee(all[all.length - 1]) : null;
        int n = callee == null ? all.length : all.length - 1;
        names = new String[n];
        types = new Type[n];
        for (int i = 0; i < n; i++) {
            names[i] = how.getParameters()[i].getName();
            types[i] = all[i];
        }
    }

    /** The C of {@code Arg<? super C>...}, or null. */
    static @Nullable Class<?> callee(Type last) {
        if (!(last instanceof java.lang.reflect.GenericArrayType array)) return null;
        if (!(array.getGenericComponentType() instanceof ParameterizedType p) || p.getRawType() != Arg.class)
            return null;
        return Conversion.raw(p.getActualTypeArguments()[0]);
    }

    /** What came of binding: a call, or what stands against it. */
    final class Binding {
        private final @Nullable Object[] values = new @Nullable Object[names.length];
        private final boolean[] filled = new boolean[names.length];
        private final List<Arg<?>> options = new ArrayList<>();
        private @Nullable Object on = target;

        /** Arguments that this method has no parameter for. */
        final Set<String> missing = new LinkedHashSet<>();
        /** Whether something else is wrong: types, or a parameter that got nothing. */
        boolean unfit;

        int cost;

        boolean fits() {
            return missing.isEmpty() && !unfit;
        }

        Object call() {
            return Call.invoke(how, on, arguments());
        }

        private @Nullable Object[] arguments() {
            if (callee == null) return values;
            var all = new @Nullable Object[names.length + 1];
            System.arraycopy(values, 0, all, 0, names.length);
            all[names.length] = options.toArray(Arg<?>[]::new);
            return all;
        }

        private void fill(int i, @Nullable Fit fit) {
            filled[i] = true;
            if (fit == null) {
                unfit = true;
                return;
            }
            values[i] = fit.value();
            cost += fit.cost();
        }
    }

    Binding bind(String api, Arguments arguments) {
        var binding = new Binding();
        var waiting = new ArrayList<String>();
        arguments.byName().forEach((name, value) -> {
            if (name.equals(receiver)) binding.on = value;
            else if (!byName(binding, name, value) && !asOption(binding, api, name, value)) waiting.add(name);
        });
        for (var name : waiting) byOrder(binding, api, arguments, name);
        for (int i = 0; i < names.length; i++)
            if (!binding.filled[i]) {
                if (how.isVarArgs() && callee == null && i == names.length - 1)
                    binding.fill(i, Conversion.fit(List.of(), types[i]));
                else binding.unfit = true;
            }
        return binding;
    }

    private boolean byName(Binding binding, String name, Object value) {
        for (int i = 0; i < names.length; i++)
            if (!binding.filled[i] && Names.isParameter(names[i], name)) {
                binding.fill(i, Conversion.fit(value, types[i]));
                return true;
            }
        return false;
    }

    private boolean asOption(Binding binding, String api, String name, Object value) {
        if (value == NONE && isNoneByDefault(api, name)) return false;
        var factories = callee == null ? List.<java.lang.reflect.Method>of() : Keywords.taken(name, callee);
        if (factories.isEmpty()) return false;
        var fit = Keywords.option(factories, value);
        if (fit == null) binding.unfit = true;
        else {
            binding.options.add((Arg<?>) fit.value());
            binding.cost += fit.cost();
        }
        return true;
    }

    private void byOrder(Binding binding, String api, Arguments arguments, String name) {
        Object value = arguments.byName().getOrDefault(name, NONE);
        for (int i = 0; i < names.length; i++) {
            if (binding.filled[i] || isAnother(names[i], api, arguments, name)) continue;
            binding.fill(i, Conversion.fit(value, types[i]));
            binding.cost += 2;
            return;
        }
        if (value == NONE && isNoneByDefault(api, name)) binding.cost += 1;
        else if (!Api.WITHOUT_EFFECT.contains(name)) binding.missing.add(name);
    }

    /** Whether Java's parameter is one of PyTorch's, and not {@code name}. */
    private static boolean isAnother(String java, String api, Arguments arguments, String name) {
        return Names.isAny(java, Api.parameters(api).keySet(), name)
                || Names.isAny(java, arguments.byName().keySet(), name);
    }

    private static boolean isNoneByDefault(String api, String name) {
        var byDefault = Api.parameters(api).get(name);
        return byDefault == null || byDefault.isEmpty() || byDefault.equals("None");
    }

    @Override
    public String toString() {
        return how.toGenericString();
    }
}
