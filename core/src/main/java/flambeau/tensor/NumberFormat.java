package flambeau.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How the numbers of one tensor are printed: all in one way, and of one width. */
final class NumberFormat {
    private final int precision;
    private final boolean whole; // all numbers are whole
    private final boolean scientific;
    private int width = 1;

    /** Of whole numbers, whose texts {@link #widen} is told. */
    NumberFormat(PrintOptions options) {
        precision = options.precision();
        whole = true;
        scientific = false;
    }

    /** Of floating numbers that look well among {@code shown}. */
    NumberFormat(PrintOptions options, double[] shown) {
        precision = options.precision();
        double min = Double.POSITIVE_INFINITY, max = 0;
        boolean integers = true;
        for (double v : shown) {
            if (!counts(v)) continue;
            min = Math.min(min, Math.abs(v));
            max = Math.max(max, Math.abs(v));
            integers &= v == Math.rint(v);
        }
        whole = integers;
        boolean wide = max / min > 1000 || max > 1e8 || min < 1e-4;
        scientific = max > 0 && (options.sciMode() == null ? wide : options.sciMode());
        for (double v : shown) if (counts(v)) widen(number(v));
    }

    private static boolean counts(double v) {
        return v != 0 && Double.isFinite(v);
    }

    void widen(String text) {
        width = Math.max(width, text.length());
    }

    int width() {
        return width;
    }

    String pad(String text) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    String number(double v) {
        if (Double.isNaN(v)) return "nan";
        if (Double.isInfinite(v)) return v > 0 ? "inf" : "-inf";
        if (scientific) return scientific(v);
        return whole ? fixed(v, 0) + "." : fixed(v, precision);
    }

    private static String fixed(double v, int digits) {
        var text =
                new BigDecimal(v).setScale(digits, RoundingMode.HALF_EVEN).abs().toPlainString();
        return isNegative(v) ? "-" + text : text;
    }

    private static boolean isNegative(double v) {
        return Double.doubleToRawLongBits(v) < 0; // also of -0.0
    }

    private String scientific(double v) {
        var sign = isNegative(v) ? "-" : "";
        if (v == 0) return sign + (precision == 0 ? "0" : "0." + "0".repeat(precision)) + "e+00";
        var digits = new BigDecimal(Math.abs(v)).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = digits.precision() - digits.scale() - 1;
        var mantissa = digits.movePointLeft(exponent).setScale(precision, RoundingMode.HALF_EVEN);
        return "%s%se%s%02d".formatted(sign, mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
