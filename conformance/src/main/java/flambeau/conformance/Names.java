package flambeau.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From PyTorch's names to Java's: by rule, or by a line of {@code names.tsv}. */
final class Names {
    /** Where a function may be: the first class as statics, the second as methods of its objects. */
    private record Home(String prefix, List<String> statics, List<String> methods) {}

    private static final String TENSOR = "flambeau.tensor.Tensor", TENSORS = "flambeau.tensor.Tensors";

    /** The longest prefixes first. */
    private static final List<Home> HOMES = List.of(
            new Home("torch.linalg.", List.of("flambeau.tensor.Linalg"), List.of()),
            new Home("torch.special.", List.of("flambeau.tensor.Special"), List.of()),
            new Home("torch.autograd.functional.", List.of("flambeau.tensor.Autograd", TENSORS), List.of()),
            new Home("torch.autograd.", List.of("flambeau.tensor.Autograd", TENSORS), List.of(TENSOR)),
            new Home("torch.", List.of(TENSORS), List.of(TENSOR)),
            new Home("Tensor.", List.of(), List.of(TENSOR)),
            new Home("nn.functional.", List.of("flambeau.functional.F"), List.of()),
            new Home("nn.init.", List.of("flambeau.nn.Init"), List.of()),
            new Home("nn.utils.rnn.", List.of("flambeau.nn.Utils"), List.of()),
            new Home("nn.utils.", List.of("flambeau.nn.Utils"), List.of()));

    /** Packages of modules, optimisers and schedulers, by the beginning of their names. */
    private static final Map<String, List<String>> PACKAGES =
            Map.of("nn", List.of("flambeau.nn"), "optim", List.of("flambeau.optim"));

    /** Java's names of parameters where a static import has taken PyTorch's, or its word is longer. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "dim", List.of("along", "dims"),
            "dims", List.of("along", "dim"),
            "size", List.of("shape", "sizes"),
            "kernelSize", List.of("kernel"),
            "self", List.of("x"),
            "input", List.of("x"));

    private static final Set<String> RESERVED = Set.of(
            "double", "float", "int", "long", "short", "byte", "char", "boolean", "default", "new", "this", "class");

    private static final Map<String, String> ALIASES = aliases();

    private Names() {}

    /** A method that may be what is asked for; {@code owner} is null where such a class does not exist yet. */
    record Target(String className, @Nullable Class<?> owner, String method, boolean isStatic) {}

    /** Where to look for a function, the most likely place first. */
    static List<Target> targets(String api) {
        var alias = ALIASES.get(api);
        if (alias != null) return both(alias);
        for (var home : HOMES) {
            if (!api.startsWith(home.prefix)) continue;
            var method = camel(api.substring(home.prefix.length()));
            var found = new ArrayList<Target>();
            for (var type : home.methods) found.add(new Target(type, type(type), method, false));
            for (var type : home.statics) found.add(new Target(type, type(type), method, true));
            return found;
        }
        throw new Failed("no rule for names like " + api);
    }

    private static List<Target> both(String name) {
        int dot = name.lastIndexOf('.');
        var owner = name.substring(0, dot);
        var method = name.substring(dot + 1);
        return Stream.of(false, true)
                .map(isStatic -> new Target(owner, type(owner), method, isStatic))
                .toList();
    }

    /** The class of a module, an optimiser or a scheduler. */
    static Class<?> type(String api, String what) {
        var simple = api.substring(api.lastIndexOf('.') + 1);
        for (var place : PACKAGES.getOrDefault(api.substring(0, Math.max(api.indexOf('.'), 0)), List.of())) {
            var found = type(place + '.' + simple);
            if (found != null) return found;
        }
        throw new Unmapped("no " + what + ": " + api, false);
    }

    private static @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** {@code clamp_min_} as {@code clampMin_}; what Java reserves gets its underscore in front of nothing. */
    static String camel(String name) {
        var text = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean inside = i > 0 && i < name.length() - 1;
            if (c == '_' && inside) up = true;
            else {
                text.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return RESERVED.contains(name) ? name + "_" : text.toString();
    }

    /** Whether a Java parameter is PyTorch's parameter {@code name}. */
    static boolean isParameter(String java, String name) {
        var camel = camel(name);
        return java.equals(camel)
                || java.equalsIgnoreCase(camel)
                || PARAMETERS.getOrDefault(camel, List.of()).contains(java);
    }

    /** Whether a Java parameter is one of {@code parameters}, {@code but} aside. */
    static boolean isAny(String java, Set<String> parameters, String but) {
        return parameters.stream().anyMatch(p -> !p.equals(but) && isParameter(java, p));
    }

    /** The keywords that PyTorch's parameter {@code name} may be. */
    static List<String> keywords(String name) {
        var camel = camel(name);
        return Stream.concat(Stream.of(camel), PARAMETERS.getOrDefault(camel, List.of()).stream())
                .toList();
    }

    private static Map<String, String> aliases() {
        var found = new LinkedHashMap<String, String>();
        lines("names.tsv").forEach(line -> {
            var sides = line.split("\t", -1);
            found.put(sides[0], sides[1]);
        });
        return found;
    }

    /** The lines of a resource beside this class, without comments. */
    static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(Names.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
