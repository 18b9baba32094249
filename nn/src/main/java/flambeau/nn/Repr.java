package flambeau.nn;

import flambeau.array.Shape;
import flambeau.tensor.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Python's text of values, and PyTorch's of modules. */
final class Repr {
    private Repr() {}

    /** {@code True} or {@code False}. */
    static String of(boolean value) {
        return Python.repr(value);
    }

    /** A number as Python prints it: integers without a point. */
    static String of(Number value) {
        return Python.repr(value);
    }

    /** The shortest text that means {@code value}, with an exponent outside 1e-4 to 1e16. */
    static String of(double value) {
        return Python.repr(value);
    }

    /** A tuple, as {@code (3, 3)} or {@code (3,)}. */
    static String of(int... sizes) {
        return Python.tuple(IntStream.of(sizes).boxed().toArray()).toString();
    }

    /** The one size that stands for all axes as PyTorch was given it: {@code 3} or {@code (3, 5)}. */
    static String given(int... sizes) {
        return sizes.length == 1 ? Integer.toString(sizes[0]) : of(sizes);
    }

    /** The sizes as PyTorch's lists of parameters show them, as {@code 2x3}. */
    static String times(Shape shape) {
        return IntStream.of(shape.sizes()).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }

    /** A list of strings, as {@code ['a', 'b']}. */
    static String of(List<String> names) {
        return Python.repr(names);
    }

    /** The name of the class of {@code module}; of an anonymous one that of its superclass. */
    static String name(Module module) {
        return module.className();
    }

    /** The name of a class in a sentence. */
    static String lower(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A module with what it says of itself and its children. */
    static String module(Module module, String extra) {
        var lines = new ArrayList<String>();
        module.members().forEach((name, member) -> {
            if (member instanceof Module child) lines.add(child(name, child.toString()));
        });
        return block(module, extra, lines);
    }

    /** One entry of a module: its key in parentheses and its text, continued two places further in. */
    static String child(String key, String text) {
        return "(" + key + "): " + text.replace("\n", "\n  ");
    }

    /** The class, then {@code extra} and the lines of the children. */
    static String block(Module module, String extra, List<String> children) {
        if (children.isEmpty() && !extra.contains("\n")) return name(module) + "(" + extra + ")";
        var lines = new ArrayList<>(
                extra.isEmpty() ? List.<String>of() : extra.lines().toList());
        lines.addAll(children);
        return name(module) + "(\n  " + String.join("\n  ", lines) + "\n)";
    }
}
