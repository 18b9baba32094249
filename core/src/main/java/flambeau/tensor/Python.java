package flambeau.tensor;

import flambeau.array.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values as Python writes them, for programs that are to print what their PyTorch originals print. Tensors, sizes and modules print
 * like that anyway.
 *
 * {@snippet :
 * print("shapes:", List.of(x.shape(), y.shape()), tuple(2, 1e-5)); // shapes: [torch.Size([2, 3]), torch.Size([4])] (2, 1e-05)
 * print(net.stateDict().keySet(), fixed(loss.item(), 4)); // ['fc.weight', 'fc.bias'] 0.6931
 * }
 */
public final class Python {
    private Python() {}

    /**
     * Values in parentheses.
     *
     * @param values in order
     */
    public record Tuple(List<?> values) {
        @Override
        public String toString() {
            var inside = values.stream().map(Python::repr).collect(Collectors.joining(", "));
            return "(" + inside + (values.size() == 1 ? ",)" : ")");
        }
    }

    /** Python's tuple of these values. */
    public static Tuple tuple(Object... values) {
        return new Tuple(List.of(values));
    }

    /** Python's tuple of these sizes. */
    public static Tuple tuple(Shape shape) {
        return new Tuple(IntStream.of(shape.sizes()).boxed().toList());
    }

    /** Prints values on one line with blanks between them: Python's {@code print(a, b)}. */
    public static void print(@Nullable Object... values) {
        System.out.println(Stream.of(values).map(Python::str).collect(Collectors.joining(" ")));
    }

    /** Python's {@code str(value)}: text stays as it is, all else is {@link #repr}. */
    public static String str(@Nullable Object value) {
        return value instanceof CharSequence text ? text.toString() : repr(value);
    }

    /**
     * Python's {@code repr(value)}: {@code 'text'} in quotes, {@code 1e-05}, {@code True}, {@code None}, {@code [1, 2]} of a
     * collection, {@code {'a': 1}} of a map.
     */
    public static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean b -> b ? "True" : "False";
            case Double x -> repr(x.doubleValue());
            case Float x -> repr(x.doubleValue());
            case CharSequence text -> quoted(text.toString());
            case Collection<?> all -> all.stream().map(Python::repr).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> repr(e.getKey()) + ": " + repr(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /** The shortest text that means {@code value}, with an exponent outside 1e-4 to 1e16. */
    public static String repr(double value) {
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

    /** A number with so many digits behind the point, ties to the even one: Python's {@code f"{value:.4f}"}. */
    public static String fixed(Number value, int digits) {
        double v = value.doubleValue();
        if (!Double.isFinite(v)) return repr(v);
        var text =
                new BigDecimal(v).setScale(digits, RoundingMode.HALF_EVEN).abs().toPlainString();
        return Double.doubleToRawLongBits(v) < 0 ? "-" + text : text;
    }

    private static String quoted(String text) {
        var escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
        if (text.contains("'") && !text.contains("\"")) return '"' + escaped + '"';
        return "'" + escaped.replace("'", "\\'") + "'";
    }
}
