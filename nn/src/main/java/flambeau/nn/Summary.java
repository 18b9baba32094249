package flambeau.nn;

import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Guard;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the layers of a network make of one input, and what that costs; see {@link Layer#summary}. Its text is a table.
 *
 * @param rows one a module, parents first
 * @param input the shape of the input
 * @param parameters the elements of all parameters, those that are held twice counted once
 * @param trainable those of them that want a gradient
 * @param multiplyAdds the multiplications with an addition of all convolutions and linear layers
 * @param inputBytes the size of the input
 * @param outputBytes the size of what the layers without children make, as training keeps it for the backward pass
 * @param parameterBytes the size of all parameters
 */
public record Summary(
        List<Row> rows,
        Shape input,
        long parameters,
        long trainable,
        long multiplyAdds,
        long inputBytes,
        long outputBytes,
        long parameterBytes) {

    /**
     * One module.
     *
     * @param path leads to it; empty for the network itself
     * @param type its class
     * @param output the shape of what it made last; null if it was not called, or is no layer
     * @param parameters the elements of its own parameters
     * @param multiplyAdds of its own, over all its calls
     * @param bytes the size of its own parameters, and of its outputs if it has no children
     */
    public record Row(
            String path, String type, @Nullable Shape output, long parameters, long multiplyAdds, long bytes) {}

    /** What was seen of one layer. */
    private static final class Seen {
        private @Nullable Shape output;
        private long multiplyAdds, bytes;

        void add(Layer layer, Tensor x, Tensor y) {
            output = y.shape();
            multiplyAdds += cost(layer, x, y);
            if (layer.children().isEmpty()) bytes += y.numel() * y.dtype().bytes();
        }
    }

    static Summary of(Layer network, Tensor input) {
        var modules = network.namedModules();
        var seen = new IdentityHashMap<Module, Seen>();
        var modes = new IdentityHashMap<Module, Boolean>();
        var hooks = new ArrayList<Guard>();
        modules.values().forEach(m -> {
            modes.put(m, m.isTraining());
            if (m instanceof Layer layer)
                hooks.add(layer.registerForwardHook((l, x, y) -> {
                    seen.computeIfAbsent(l, _ -> new Seen()).add(l, x, y);
                    return null;
                }));
        });
        try (var _ = GradMode.set(false)) {
            network.eval().apply(input);
        } finally {
            hooks.forEach(Guard::close);
            modes.forEach(Module::setMode);
        }
        return table(network, modules, seen, input);
    }

    private static Summary table(Layer network, Map<String, Module> modules, Map<Module, Seen> seen, Tensor input) {
        var rows = new ArrayList<Row>();
        long multiplyAdds = 0, outputs = 0, all = 0, trainable = 0, bytes = 0;
        for (var entry : modules.entrySet()) {
            var module = entry.getValue();
            var found = seen.getOrDefault(module, new Seen());
            long own = 0, size = 0;
            for (var p : module.parameters(flambeau.args.Args.recurse(false))) {
                own += p.numel();
                size += p.numel() * p.dtype().bytes();
            }
            var type = Repr.name(module);
            rows.add(new Row(entry.getKey(), type, found.output, own, found.multiplyAdds, size + found.bytes));
            multiplyAdds += found.multiplyAdds;
            outputs += found.bytes;
        }
        for (var p : network.parameters()) {
            all += p.numel();
            bytes += p.numel() * p.dtype().bytes();
            if (p.requiresGrad()) trainable += p.numel();
        }
        long inputBytes = input.numel() * input.dtype().bytes();
        return new Summary(rows, input.shape(), all, trainable, multiplyAdds, inputBytes, outputs, bytes);
    }

    /** Multiplications with an addition: each weight is used once for each place of the output, or of the input if transposed. */
    private static long cost(Layer layer, Tensor x, Tensor y) {
        return switch (layer) {
            case Linear l -> l.weight.numel() * (y.numel() / Math.max(1, l.outFeatures));
            case ConvTranspose1d c -> c.weight.numel() * (x.numel() / c.inChannels);
            case ConvTranspose2d c -> c.weight.numel() * (x.numel() / c.inChannels);
            case ConvTranspose3d c -> c.weight.numel() * (x.numel() / c.inChannels);
            case Conv1d c -> c.weight.numel() * (y.numel() / c.outChannels);
            case Conv2d c -> c.weight.numel() * (y.numel() / c.outChannels);
            case Conv3d c -> c.weight.numel() * (y.numel() / c.outChannels);
            default -> 0;
        };
    }

    /** The table. */
    @Override
    public String toString() {
        var lines = new ArrayList<String[]>();
        lines.add(new String[] {"Layer", "Output shape", "Parameters", "Multiply-adds", "Memory"});
        for (var row : rows)
            lines.add(new String[] {
                label(row),
                row.output() == null ? "--" : row.output().text(),
                row.parameters() == 0 ? "--" : count(row.parameters()),
                row.multiplyAdds() == 0 ? "--" : count(row.multiplyAdds()),
                row.bytes() == 0 ? "--" : size(row.bytes())
            });
        var widths = new int[5];
        for (var line : lines)
            for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], line[i].length());
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(line(lines.get(i), widths)).append('\n');
            if (i == 0) text.append(rule(widths));
        }
        return text.append(rule(widths)).append(totals()).toString();
    }

    private String totals() {
        return """
            Input %s
            Parameters: %s, of which trainable: %s
            Multiply-adds: %s
            Memory: input %s, outputs %s, parameters %s, together %s\
            """.formatted(
                        input.text(),
                        count(parameters),
                        count(trainable),
                        count(multiplyAdds),
                        size(inputBytes),
                        size(outputBytes),
                        size(parameterBytes),
                        size(inputBytes + outputBytes + parameterBytes));
    }

    private static String label(Row row) {
        if (row.path().isEmpty()) return row.type();
        int depth = row.path().split("\\.").length;
        var name = row.path().substring(row.path().lastIndexOf('.') + 1);
        return "  ".repeat(depth) + name + ": " + row.type();
    }

    private static String line(String[] cells, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var space = " ".repeat(widths[i] - cells[i].length());
            text.append(i < 2 ? cells[i] + space : space + cells[i]).append(i == widths.length - 1 ? "" : "  ");
        }
        return text.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        int n = 2 * (widths.length - 1);
        for (int width : widths) n += width;
        return "-".repeat(n) + "\n";
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String size(long bytes) {
        if (bytes < 1024) return bytes + " B";
        double kib = bytes / 1024.0;
        return kib < 1024
                ? String.format(Locale.ROOT, "%.1f KiB", kib)
                : String.format(Locale.ROOT, "%.1f MiB", kib / 1024);
    }
}
