package flambeau.conformance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters that PyTorch's functions have, with their defaults. */
final class Api {
    /** The tables of names, in the order of the documentation. */
    static final List<String> TABLES = List.of(
            "torch",
            "functional",
            "nn",
            "nn_utils",
            "init",
            "module_methods",
            "optim",
            "lr_scheduler",
            "data",
            "vision");

    /** What Flambeau leaves out, as it changes no result. */
    static final Set<String> WITHOUT_EFFECT = Set.of("device", "layout", "pin_memory", "memory_format", "non_blocking");

    private static final Pattern PARAMETER = Pattern.compile("\\s*(?:[A-Za-z]+ )?\\**(\\w+)\\s*(?::[^=]*)?(?:=(.*))?");
    private static final Map<String, Map<String, String>> PARAMETERS = read();

    private Api() {}

    /** The parameters of a function and their defaults, as Python writes them; empty where there is none. */
    static Map<String, String> parameters(String api) {
        return PARAMETERS.getOrDefault(key(api), Map.of());
    }

    private static String key(String api) {
        if (api.startsWith("torch.")) return api.substring("torch.".length());
        return api.replaceFirst("^nn\\.functional\\.", "F.")
                .replaceFirst("^nn\\.init\\.", "init.")
                .replaceFirst("^optim\\.lr_scheduler\\.", "lr_scheduler.");
    }

    /** The lines of a table: name and parameters. */
    static List<String[]> table(String name) {
        return Names.lines("api/" + name + ".tsv").stream()
                .skip(1)
                .map(line -> line.split("\t", 2))
                .toList();
    }

    private static Map<String, Map<String, String>> read() {
        var all = new HashMap<String, Map<String, String>>();
        for (var table : TABLES) for (var line : table(table)) all.put(line[0], parse(line.length > 1 ? line[1] : ""));
        return all;
    }

    private static Map<String, String> parse(String text) {
        var all = new LinkedHashMap<String, String>();
        int depth = 0, from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '(' || c == '[') depth++;
            if (c == ')' || c == ']') depth--;
            if (c != ',' || depth > 0) continue;
            var m = PARAMETER.matcher(text.substring(from, i));
            if (m.matches())
                all.put(m.group(1), m.group(2) == null ? "" : m.group(2).trim());
            from = i + 1;
        }
        return all;
    }
}
