package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** PyTorch's text of a tensor. Source: {@code torch/_tensor_str.py}. */
final class Printer {
    private static final String START = "tensor(";

    private final PrintOptions options = PrintOptions.current();
    private final Array array;
    private final boolean summarize;
    private final NumberFormat format;

    private Printer(Array array) {
        this.array = array;
        summarize = array.count() > options.threshold();
        format = array.dtype().isFloatingPoint() ? new NumberFormat(options, shown()) : new NumberFormat(options);
        if (!array.dtype().isFloatingPoint()) for (long at : places()) format.widen(whole(at));
    }

    static String print(Tensor x) {
        var printer = new Printer(x.raw());
        var text = new StringBuilder(START).append(x.count() == 0 ? "[]" : printer.rows(0, 0, START.length()));
        Reference.reachabilityFence(x);
        int last = text.length() - text.lastIndexOf("\n") + 1;
        for (var suffix : suffixes(x, printer.options)) {
            boolean wraps = last + suffix.length() + 2 > printer.options.linewidth();
            text.append(wraps ? ",\n" + " ".repeat(START.length()) : ", ").append(suffix);
            last = wraps ? START.length() + suffix.length() : last + suffix.length() + 2;
        }
        return text.append(")").toString();
    }

    private static List<String> suffixes(Tensor x, PrintOptions options) {
        var found = new ArrayList<String>();
        var dtype = x.dtype();
        boolean empty = x.count() == 0;
        if (empty ? x.dim() != 1 : options.edgeitems() == 0)
            found.add("size=" + tuple(x.shape().sizes()));
        boolean usual = dtype == Tensors.getDefaultDtype() || !empty && (dtype == DType.INT64 || dtype == DType.BOOL);
        if (!usual) found.add("dtype=" + dtype);
        var history = history(x);
        if (history != null) found.add("grad_fn=" + history);
        else if (x.requiresGrad()) found.add("requires_grad=True");
        return found;
    }

    private static @org.jspecify.annotations.Nullable String history(Tensor x) {
        try {
            return x.gradFn() == null ? null : Objects.toString(x.gradFn());
        } catch (IllegalStateException _) {
            return "<Invalid>"; // a view that can no longer be differentiated can be looked at
        }
    }

    private static String tuple(int[] sizes) {
        var inside = Arrays.toString(sizes);
        return "(" + inside.substring(1, inside.length() - 1) + (sizes.length == 1 ? ",)" : ")");
    }

    /** The elements that are shown. */
    private double[] shown() {
        return places().stream().mapToDouble(this::floating).toArray();
    }

    private List<Long> places() {
        var places = new ArrayList<Long>();
        if (array.count() > 0) collect(0, 0, places);
        return places;
    }

    private void collect(int dim, long at, List<Long> into) {
        if (dim == array.shape().rank()) into.add(at);
        else
            for (int i : indices(dim))
                if (i >= 0) collect(dim + 1, at + i * array.layout().stride(dim), into);
    }

    /** The indices of a dimension that are shown; -1 stands for the gap. */
    private int[] indices(int dim) {
        int n = array.shape().get(dim), edge = options.edgeitems();
        if (!summarize || n / 2 < edge || n == 2 * edge)
            return java.util.stream.IntStream.range(0, n).toArray();
        var indices = new int[2 * edge + 1];
        for (int i = 0; i < edge; i++) {
            indices[i] = i;
            indices[edge + 1 + i] = n - edge + i;
        }
        indices[edge] = -1;
        return indices;
    }

    private double floating(long at) {
        return Element.getDouble(
                array.dtype(), array.address() + at * array.dtype().bytes());
    }

    private String whole(long at) {
        long v = Element.getLong(
                array.dtype(), array.address() + at * array.dtype().bytes());
        if (array.dtype() == DType.BOOL) return v == 0 ? "False" : "True";
        return Long.toString(v);
    }

    private String padded(long at) {
        return format.pad(array.dtype().isFloatingPoint() ? format.number(floating(at)) : whole(at));
    }

    private String rows(int dim, long at, int indent) {
        int rank = array.shape().rank();
        if (dim == rank) return padded(at);
        if (dim == rank - 1) return vector(dim, at, indent);
        var rows = new ArrayList<String>();
        for (int i : indices(dim))
            rows.add(i < 0 ? "..." : rows(dim + 1, at + i * array.layout().stride(dim), indent + 1));
        return "[" + String.join("," + "\n".repeat(rank - dim - 1) + " ".repeat(indent + 1), rows) + "]";
    }

    private String vector(int dim, long at, int indent) {
        int perLine = Math.max(1, (options.linewidth() - indent) / (format.width() + 2));
        var gap = options.edgeitems() == 0 ? "..." : " ...";
        var all = new ArrayList<String>();
        for (int i : indices(dim))
            all.add(i < 0 ? gap : padded(at + i * array.layout().stride(dim)));
        var lines = new ArrayList<String>();
        for (int i = 0; i < all.size(); i += perLine)
            lines.add(String.join(", ", all.subList(i, Math.min(i + perLine, all.size()))));
        return "[" + String.join(",\n" + " ".repeat(indent + 1), lines) + "]";
    }
}
