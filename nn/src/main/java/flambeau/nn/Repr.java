package flambeau.nn;

import flambeau.array.Shape;
import java.math.BigDecimal;
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
        return value ? "True" : "False";
    }

    /** A number as Python prints it: integers without a point. */
    static String of(Number value) {
        return value instanceof Double || value instanceof Float ? of(value.doubleValue()) : value.toString();
    }

    /** The shortest text that means {@code value}, with an exponent outside 1e-4 to 1e16. */
    static String of(double value) {
        if (Double.isNaN(value)) return "nan";
        if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        if (value == 0) return 1 / value < 0 ? "-0.0" : "0.0";
        var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            var plain = digits.toPlainString();
            return digits.scale() <= 0 ? plain + ".0" : plain;
        }
        var mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return String.format(Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** A tuple, as {@code (3, 3)} or {@code (3,)}. */
    static String of(int... sizes) {
        var inside = IntStream.of(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + inside + (sizes.length == 1 ? ",)" : ")");
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
        return names.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", ", "[", "]"));
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
