package flambeau.tensor;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.from;
import static flambeau.args.Args.generator;
import static flambeau.args.Args.replacement;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every function draws from a seed what PyTorch draws; recorded by tools/record_random.py. */
class RandomStreamTest {
    private static final double ROUNDING = 4e-6; // of PyTorch's own log, sin and cos in float32, relative

    @TestFactory
    Stream<DynamicTest> aSeedDrawsWhatItDrawsInPyTorch() {
        return Recorded.lines("random.txt.gz").stream().map(line -> {
            var fields = line.split("\t", -1);
            return dynamicTest(fields[0] + " from " + fields[1], () -> check(fields));
        });
    }

    private static void check(String[] fields) {
        var g = new Generator().manualSeed(Long.parseLong(fields[1]));
        for (int i = 2; i < fields.length; i += 4) {
            var y = call(g, fields[i], arguments(fields[i + 1]));
            var expected = parse(fields[i + 3]);
            assertEquals(expected.dtype(), y.dtype(), fields[i]);
            assertEquals(expected.shape(), y.shape(), fields[i]);
            if (fields[i + 2].equals("exact"))
                assertArrayEquals(expected.toDoubleArray(), y.toDoubleArray(), fields[i]);
            else assertNear(expected.toDoubleArray(), y.toDoubleArray());
        }
    }

    private static void assertNear(double[] expected, double[] values) {
        for (int i = 0; i < values.length; i++)
            assertEquals(expected[i], values[i], ROUNDING * (1 + Math.abs(expected[i])), "at " + i);
    }

    private static Tensor call(Generator g, String function, Map<String, String> args) {
        return switch (function) {
            case "torch.rand" -> Tensors.rand(size(args), dtype(type(args, DType.FLOAT32)), g);
            case "torch.randn" -> Tensors.randn(size(args), dtype(type(args, DType.FLOAT32)), g);
            case "torch.rand_like" -> Tensors.randLike(tensor(args, "input"), g);
            case "torch.randn_like" -> Tensors.randnLike(tensor(args, "input"), g);
            case "torch.randint" ->
                Tensors.randint(whole(args, "low"), whole(args, "high"), size(args), dtype(type(args, DType.INT64)), g);
            case "torch.randperm" -> Tensors.randperm((int) whole(args, "n"), dtype(type(args, DType.INT64)), g);
            case "torch.randint_like" ->
                Tensors.randintLike(tensor(args, "input"), whole(args, "low"), whole(args, "high"), g);
            case "torch.normal" -> normal(g, args);
            case "torch.get_rng_state" -> g.getState();
            case "continued.randn" -> continued(tensor(args, "state"));
            case "torch.bernoulli" -> tensor(args, "input").bernoulli(g);
            case "torch.poisson" -> tensor(args, "input").poisson(g);
            case "torch.multinomial" ->
                tensor(args, "input")
                        .multinomial(
                                (int) whole(args, "num_samples"),
                                replacement("true".equals(args.get("replacement"))),
                                generator(g));
            case "transposed.uniform_" -> Tensors.zeros(6, 8).t().uniform_(0, 1, g);
            case "transposed.normal_" -> Tensors.zeros(6, 8).t().normal_(0, 1, g);
            case "transposed.random_" -> Tensors.zeros(6, 8).t().random_(g);
            case "sliced.uniform_" -> sliced().uniform_(0, 1, g);
            case "sliced.normal_" -> sliced().normal_(0, 1, g);
            case "sliced.random_" -> sliced().random_(g);
            case "both.uniform_" -> sliced().t().uniform_(0, 1, g);
            case "both.normal_" -> sliced().t().normal_(0, 1, g);
            case "both.random_" -> sliced().t().random_(g);
            default -> inPlace(g, function, tensor(args, "self"), args);
        };
    }

    private static Tensor normal(Generator g, Map<String, String> args) {
        if (args.containsKey("size")) return Tensors.normal(number(args, "mean"), number(args, "std"), size(args), g);
        if (!args.get("mean").contains("[")) return Tensors.normal(number(args, "mean"), tensor(args, "std"), g);
        var mean = tensor(args, "mean");
        if (!args.containsKey("std")) return Tensors.normal(mean, g);
        return args.get("std").contains("[")
                ? Tensors.normal(mean, tensor(args, "std"), g)
                : Tensors.normal(mean, number(args, "std"), g);
    }

    /** What another generator draws that is put into this state. */
    private static Tensor continued(Tensor state) {
        var other = new Generator();
        other.setState(state);
        return Tensors.randn(Shape.of(3), dtype(DType.FLOAT64), other);
    }

    private static Tensor sliced() {
        return Tensors.zeros(6, 8).get(Tensors.all(), Tensors.slice(0, 8, 2));
    }

    private static Tensor inPlace(Generator g, String function, Tensor x, Map<String, String> args) {
        return switch (function) {
            case "Tensor.uniform_" -> x.uniform_(number(args, "from"), number(args, "to"), g);
            case "Tensor.normal_" -> x.normal_(number(args, "mean"), number(args, "std"), g);
            case "Tensor.log_normal_" -> x.logNormal_(number(args, "mean"), number(args, "std"), g);
            case "Tensor.cauchy_" -> x.cauchy_(number(args, "median"), number(args, "sigma"), g);
            case "Tensor.exponential_" -> x.exponential_(args.containsKey("lambd") ? number(args, "lambd") : 1, g);
            case "Tensor.geometric_" -> x.geometric_(number(args, "p"), g);
            case "Tensor.bernoulli_" ->
                args.get("p").contains("[") ? x.bernoulli_(tensor(args, "p"), g) : x.bernoulli_(number(args, "p"), g);
            case "Tensor.random_" ->
                !args.containsKey("to")
                        ? args.containsKey("from") ? x.random_(from(whole(args, "from")), generator(g)) : x.random_(g)
                        : x.random_(args.containsKey("from") ? whole(args, "from") : 0, whole(args, "to"), g);
            default -> throw new AssertionError(function);
        };
    }

    private static Map<String, String> arguments(String text) {
        var all = new HashMap<String, String>();
        for (var entry : text.split("; "))
            if (!entry.isEmpty())
                all.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
        return all;
    }

    private static double number(Map<String, String> args, String name) {
        return Double.parseDouble(args.get(name));
    }

    private static long whole(Map<String, String> args, String name) {
        return Long.parseLong(args.get(name));
    }

    private static Shape size(Map<String, String> args) {
        return Shape.of(ints(args.get("size")));
    }

    private static int[] ints(String text) {
        return Arrays.stream(text.split(" "))
                .filter(w -> !w.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static DType type(Map<String, String> args, DType byDefault) {
        var name = args.get("dtype");
        return name == null ? byDefault : DType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Tensor tensor(Map<String, String> args, String name) {
        return parse(args.get(name));
    }

    /** As {@code float32 [2 3] 0.5 1.5 ..}. */
    private static Tensor parse(String text) {
        int open = text.indexOf('['), close = text.indexOf(']');
        var dtype = DType.valueOf(text.substring(0, open).strip().toUpperCase(Locale.ROOT));
        var shape = Shape.of(ints(text.substring(open + 1, close)));
        var words = Arrays.stream(text.substring(close + 1).split(" ")).filter(w -> !w.isEmpty());
        if (!dtype.isFloatingPoint())
            return Tensors.tensor(words.mapToLong(Long::parseLong).toArray())
                    .to(dtype)
                    .view(shape);
        var numbers = words.mapToDouble(w -> dtype == DType.FLOAT32 ? Float.parseFloat(w) : Double.parseDouble(w))
                .toArray();
        return Tensors.tensor(numbers, dtype(DType.FLOAT64)).to(dtype).view(shape);
    }
}
