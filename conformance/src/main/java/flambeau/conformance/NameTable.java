package flambeau.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The page of the documentation that has PyTorch's names beside Flambeau's, made of the compiled classes. */
final class NameTable {
    private static final Map<String, String> HEADINGS = Map.of(
            "torch", "Tensors and automatic differentiation: `torch`",
            "functional", "Functions: `torch.nn.functional`",
            "nn", "Layers and losses: `torch.nn`",
            "nn_utils", "Helpers of networks: `torch.nn.utils`",
            "init", "First values: `torch.nn.init`",
            "module_methods", "Methods of modules: `torch.nn.Module`",
            "optim", "Optimisers: `torch.optim`",
            "lr_scheduler", "Learning rates: `torch.optim.lr_scheduler`",
            "data", "Data: `torch.utils.data`",
            "vision", "Vision: `torchvision`");

    private NameTable() {}

    /** The page, in Markdown. */
    static String text() {
        var page = new StringBuilder("""
            # From PyTorch to Flambeau

            Each name of PyTorch with its parameters, and what to write in Java; `-` stands where there is nothing yet. What is in
            brackets are keyword options, in any order: `x.sum(dim(1), keepdim(true))` with `import static flambeau.args.Args.*`.
            A test keeps this page as it is made by `./flambeau conformance --names docs/pytorch.md`.
            """);
        for (var table : Api.TABLES) {
            page.append("\n## ").append(HEADINGS.get(table)).append("\n\n| PyTorch | Flambeau |\n|---|---|\n");
            for (var line : Api.table(table)) page.append(row(table, line));
        }
        return page.toString();
    }

    private static String row(String table, String[] line) {
        var parameters = line.length > 1 && !line[1].isBlank() ? '(' + line[1].strip() + ')' : "";
        var found = signatures(api(table, line[0]));
        var java = found.isEmpty() ? "-" : found.stream().map(NameTable::code).collect(Collectors.joining("<br>"));
        return "| " + code(line[0] + parameters) + " | " + java + " |\n";
    }

    private static String code(String text) {
        return '`' + text.replace("`", "").replace("|", "\\|") + '`';
    }

    private static String api(String table, String name) {
        return switch (table) {
            case "torch" -> name.startsWith("Tensor.") ? name : "torch." + name;
            case "functional" -> "nn.functional" + name.substring(1);
            case "init" -> "nn." + name;
            case "lr_scheduler" -> "optim." + name;
            default -> name;
        };
    }

    /** What stands for a name in Java, one line an overload. */
    private static List<String> signatures(String api) {
        var found = new ArrayList<String>();
        for (var target : Names.targets(api))
            for (var method : Call.methods(target.owner(), target.method(), target.isStatic()))
                found.add(signature(simple(target.className()), method));
        var type = Names.find(api);
        if (found.isEmpty() && type != null) {
            for (var constructor : type.getConstructors()) found.add(signature("", constructor));
            if (found.isEmpty()) found.add((type.isInterface() ? "interface " : "class ") + type.getSimpleName());
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String signature(String home, Executable how) {
        var owner = how.getDeclaringClass();
        var text = new StringJoiner(", ", "(", ")");
        var types = how.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            boolean last = i == types.length - 1;
            var callee = last && how.isVarArgs() ? Candidate.callee(types[i]) : null;
            var name = how.getParameters()[i].getName();
            if (callee != null) text.add(Keywords.words(callee).toString());
            else if (last && how.isVarArgs()) text.add(type(types[i]).replaceFirst("\\[]$", "...") + ' ' + name);
            else text.add(type(types[i]) + ' ' + name);
        }
        if (how instanceof Constructor) return "new " + owner.getSimpleName() + text;
        return (Modifier.isStatic(how.getModifiers()) ? home : "x") + '.' + how.getName() + text;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static String type(Type type) {
        return switch (type) {
            case ParameterizedType p ->
                type(p.getRawType())
                        + Arrays.stream(p.getActualTypeArguments())
                                .map(NameTable::type)
                                .collect(Collectors.joining(", ", "<", ">"));
            case WildcardType w when w.getLowerBounds().length > 0 -> "? super " + type(w.getLowerBounds()[0]);
            case WildcardType w
            when w.getUpperBounds()[0] != Object.class -> "? extends " + type(w.getUpperBounds()[0]);
            case WildcardType _ -> "?";
            case Class<?> c -> c.getSimpleName();
            default -> type.getTypeName();
        };
    }
}
