package flambeau.tensor;

import flambeau.array.DType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** PyTorch's text of a tensor, with its default options. Source: {@code torch/_tensor_str.py}. */
final class Printer {
    private static final int PRECISION = 4;
    private static final int THRESHOLD = 1000; // elements; a larger tensor is summarised
    private static final int EDGE = 3;
    private static final int LINE = 80;
    private static final String START = "tensor(";

    private final boolean summarize;
    private final DType dtype;
    private boolean whole = true; // all numbers are whole
    private boolean scientific;
    private int width = 1;

    private Printer(Tensor x) {
        summarize = x.count() > THRESHOLD;
        dtype = x.dtype();
        var values = new ArrayList<Tensor>();
        shown(x, values);
        measure(values);
    }

    static String print(Tensor x) {
        var plain = x.detach();
        var values = x.count() == 0 ? "[]" : new Printer(plain).rows(plain, START.length());
        var text = new StringBuilder(START).append(values);
        int last = text.length() - (text.lastIndexOf("\n")) + 1;
        for (var suffix : suffixes(x)) {
            boolean wraps = last + suffix.length() + 2 > LINE;
            text.append(wraps ? ",\n" + " ".repeat(START.length()) : ", ").append(suffix);
            last = wraps ? START.length() + suffix.length() : last + suffix.length() + 2;
        }
        return text.append(")").toString();
    }

    private static List<String> suffixes(Tensor x) {
        var found = new ArrayList<String>();
        var dtype = x.dtype();
        boolean empty = x.count() == 0;
        if (empty && x.dim() != 1) found.add("size=" + tuple(x.shape().sizes()));
        boolean usual = dtype == Tensors.getDefaultDtype() || !empty && (dtype == DType.INT64 || dtype == DType.BOOL);
        if (!usual) found.add("dtype=" + dtype);
        if (x.gradFn() != null) found.add("grad_fn=" + Objects.requireNonNull(x.gradFn()));
        else if (x.requiresGrad()) found.add("requires_grad=True");
        return found;
    }

    private static String tuple(int[] sizes) {
        var inside = Arrays.toString(sizes);
        return "(" + inside.substring(1, inside.length() - 1) + (sizes.length == 1 ? ",)" : ")");
    }

    /** Collects the scalars that are shown. */
    private void shown(Tensor x, List<Tensor> into) {
        if (x.dim() == 0) into.add(x);
        else for (int i : places(x)) if (i >= 0) shown(x.select(0, i), into);
    }

    /** The places of the first dimension that are shown; -1 stands for the gap. */
    private int[] places(Tensor x) {
        int n = x.size(0);
        if (!summarize || n <= 2 * EDGE)
            return java.util.stream.IntStream.range(0, n).toArray();
        var places = new int[2 * EDGE + 1];
        for (int i = 0; i < EDGE; i++) {
            places[i] = i;
            places[EDGE + 1 + i] = n - EDGE + i;
        }
        places[EDGE] = -1;
        return places;
    }

    private void measure(List<Tensor> values) {
        if (!dtype.isFloatingPoint()) {
            for (var x : values) width = Math.max(width, text(x).length());
            return;
        }
        double min = Double.POSITIVE_INFINITY, max = 0;
        var counted = new ArrayList<Double>();
        for (var x : values) {
            double v = x.item().doubleValue();
            if (v == 0 || !Double.isFinite(v)) continue;
            counted.add(v);
            min = Math.min(min, Math.abs(v));
            max = Math.max(max, Math.abs(v));
            whole &= v == Math.rint(v);
        }
        if (counted.isEmpty()) return;
        scientific = max / min > 1000 || max > 1e8 || !whole && min < 1e-4;
        for (double v : counted) width = Math.max(width, number(v).length());
    }

    private String text(Tensor x) {
        if (dtype == DType.BOOL) return x.isTrue() ? "True" : "False";
        return dtype.isFloatingPoint()
                ? number(x.item().doubleValue())
                : x.item().toString();
    }

    private String number(double v) {
        if (Double.isNaN(v)) return "nan";
        if (Double.isInfinite(v)) return v > 0 ? "inf" : "-inf";
        if (scientific) return scientific(v);
        return whole ? fixed(v, 0) + "." : fixed(v, PRECISION);
    }

    private static String fixed(double v, int digits) {
        var text =
                new BigDecimal(v).setScale(digits, RoundingMode.HALF_EVEN).abs().toPlainString();
        return isNegative(v) ? "-" + text : text;
    }

    private static boolean isNegative(double v) {
        return Double.doubleToRawLongBits(v) < 0; // also of -0.0
    }

    private static String scientific(double v) {
        var sign = isNegative(v) ? "-" : "";
        if (v == 0) return sign + "0." + "0".repeat(PRECISION) + "e+00";
        var digits = new BigDecimal(Math.abs(v)).round(new MathContext(PRECISION + 1, RoundingMode.HALF_EVEN));
        int exponent = digits.precision() - digits.scale() - 1;
        var mantissa = digits.movePointLeft(exponent).setScale(PRECISION, RoundingMode.HALF_EVEN);
        return "%s%se%s%02d".formatted(sign, mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private String padded(Tensor x) {
        var text = text(x);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private String rows(Tensor x, int indent) {
        if (x.dim() == 0) return padded(x);
        if (x.dim() == 1) return vector(x, indent);
        var rows = new ArrayList<String>();
        for (int i : places(x)) rows.add(i < 0 ? "..." : rows(x.select(0, i), indent + 1));
        return "[" + String.join("," + "\n".repeat(x.dim() - 1) + " ".repeat(indent + 1), rows) + "]";
    }

    private String vector(Tensor x, int indent) {
        int perLine = Math.max(1, (LINE - indent) / (width + 2));
        var all = new ArrayList<String>();
        for (int i : places(x)) all.add(i < 0 ? " ..." : padded(x.select(0, i)));
        var lines = new ArrayList<String>();
        for (int i = 0; i < all.size(); i += perLine)
            lines.add(String.join(", ", all.subList(i, Math.min(i + perLine, all.size()))));
        return "[" + String.join(",\n" + " ".repeat(indent + 1), lines) + "]";
    }
}
