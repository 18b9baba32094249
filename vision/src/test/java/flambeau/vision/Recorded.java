package flambeau.vision;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What torchvision computes, recorded by {@code record.py}, and the inputs that it was given. */
public final class Recorded {
    private static final Pattern LINE = Pattern.compile("(.*) ([\\d,]+) (float32|float64|uint8|int16) (.*)");
    private static final Map<String, Tensor> ALL = read();

    private Recorded() {}

    private static Map<String, Tensor> read() {
        try (var in = Recorded.class.getResourceAsStream("/torchvision.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(line -> line.group(1), Recorded::parse));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Tensor parse(Matcher line) {
        var sizes = Arrays.stream(line.group(2).split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        var values = Arrays.stream(line.group(4).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return tensor(values, dtype(DType.FLOAT64))
                .to(DType.valueOf(line.group(3).toUpperCase(Locale.ROOT)))
                .view(sizes);
    }

    /** What torchvision computed under this name. */
    public static Tensor torchvision(String name) {
        return java.util.Objects.requireNonNull(ALL.get(name), name);
    }

    /** Fails unless {@code x} is what torchvision computed under this name, bit for bit. */
    public static void assertRecorded(String name, Tensor x) {
        var y = torchvision(name);
        assertEquals(y.describe(), x.describe());
        assertEquals(y.tolist(), x.tolist());
    }

    /** Numbers from -0.5 to 1.5. */
    public static Tensor pattern(int... sizes) {
        return filled(sizes, i -> (i * 37 % 101) / 50.0 - 0.5).toFloat();
    }

    /** Numbers from 0 to 255, as uint8. */
    public static Tensor samples(int... sizes) {
        return filled(sizes, i -> i * 37 % 256 + 0.0).toByte();
    }

    private static Tensor filled(int[] sizes, Function<Integer, Double> value) {
        int n = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        var values = IntStream.range(0, n).mapToDouble(value::apply).toArray();
        return tensor(values, dtype(DType.FLOAT64)).view(sizes);
    }
}
