package flambeau.tensor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What PyTorch made of a row of the op table. */
record Recorded(String gradFn, Numbers y, List<Numbers> gradients) {
    /** A tensor of the record. */
    record Numbers(String dtype, int[] sizes, double[] values) {
        static Numbers parse(String text) {
            int open = text.indexOf('['), close = text.indexOf(']');
            return new Numbers(
                    text.substring(0, open).strip(),
                    words(text.substring(open + 1, close))
                            .mapToInt(Integer::parseInt)
                            .toArray(),
                    words(text.substring(close + 1))
                            .mapToDouble(Numbers::number)
                            .toArray());
        }

        private static java.util.stream.Stream<String> words(String text) {
            return Arrays.stream(text.split("[ ,]+")).filter(w -> !w.isEmpty());
        }

        private static double number(String text) {
            return switch (text) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        }
    }

    private static final Map<String, Recorded> OPS = read();

    static Recorded of(Row row) {
        return Objects.requireNonNull(OPS.get(row.key()), () -> "not recorded, run tools/record_ops.py: " + row.key());
    }

    private static Map<String, Recorded> read() {
        var all = new HashMap<String, Recorded>();
        for (var area : OpTable.names())
            for (var line : lines("ops/" + area + ".txt.gz")) {
                var fields = line.split("\t");
                var gradients =
                        Arrays.stream(fields).skip(4).map(Numbers::parse).toList();
                all.put(fields[0] + "\t" + fields[1], new Recorded(fields[2], Numbers.parse(fields[3]), gradients));
            }
        return all;
    }

    /** The lines of a compressed resource beside this class. */
    static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name);
                var text = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
