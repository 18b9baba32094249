package flambeau.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From PyTorch's names to Java's: by rule, or by a line of {@code names.tsv}. */
final class Names {
    /** What {@code names.tsv} says of the names that begin with a prefix. */
    private record Home(String prefix, List<String> places) {}

    /** Java's names of parameters where a static import has taken PyTorch's, or its word is longer. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "dim", List.of("along", "dims"),
            "dims", List.of("along", "dim"),
            "size", List.of("shape", "sizes"),
            "kernelSize", List.of("kernel"),
            "TMult", List.of("tMult"),
            "self", List.of("x"),
            "input", List.of("x"));

    private static final Set<String> RESERVED = Set.of(
            "double", "float", "int", "long", "short", "byte", "char", "boolean", "default", "new", "this", "class");

    private static final List<Home> HOMES = new ArrayList<>(); // the longest prefix first
    private static final Map<String, String> ALIASES = new HashMap<>();

    static {
        for (var line : lines("names.tsv")) {
            var sides = line.split("\t", -1);
            if (!sides[0].endsWith("*")) ALIASES.put(sides[0], sides[1]);
            else HOMES.add(new Home(sides[0].substring(0, sides[0].length() - 1), List.of(sides[1].split(" "))));
        }
        HOMES.sort(Comparator.comparingInt(home -> -home.prefix.length()));
    }

    private Names() {}

    /** A method that may be what is asked for; {@code owner} is null where such a class does not exist yet. */
    record Target(String className, @Nullable Class<?> owner, String method, boolean isStatic) {}

    /** Where to look for a function, the most likely place first. */
    static List<Target> targets(String api) {
        var alias = ALIASES.get(api);
        if (alias != null) return targets(List.of(alias.substring(0, alias.lastIndexOf('.'))), last(alias));
        for (var home : HOMES) if (api.startsWith(home.prefix)) return targets(home.places, camel(last(api)));
        return List.of();
    }

    private static List<Target> targets(List<String> classes, String method) {
        var found = new ArrayList<Target>();
        for (var name : classes)
            for (boolean isStatic : new boolean[] {false, true})
                found.add(new Target(name, type(name), method, isStatic));
        return found;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The class of a module, an optimiser or a scheduler, or null. */
    static @Nullable Class<?> find(String api) {
        var alias = ALIASES.get(api);
        if (alias != null) return type(alias);
        for (var home : HOMES) {
            if (!api.startsWith(home.prefix)) continue;
            for (var place : home.places) {
                var found = type(place + '.' + last(api));
                if (found != null) return found;
            }
        }
        return null;
    }

    /** The class of a module, an optimiser or a scheduler. */
    static Class<?> type(String api, String what) {
        var found = find(api);
        if (found == null) throw new Unmapped("no " + what + ": " + api, false);
        return found;
    }

    private static @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** {@code clamp_min_} as {@code clampMin_}; a word that Java reserves gets an underscore, one in front goes. */
    static String camel(String name) {
        if (name.startsWith("_") && !name.startsWith("__")) return camel(name.substring(1));
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
