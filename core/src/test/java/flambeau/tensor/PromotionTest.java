package flambeau.tensor;

import static flambeau.args.Args.dtype;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The dtypes of PyTorch's results; recorded by tools/record_promotion.py. */
class PromotionTest {
    @Test
    void resultsHaveThePromotedDtypes() throws IOException {
        var wrong = new ArrayList<String>();
        for (var line : lines()) {
            var words = line.split(" ");
            for (var word : words) {
                int equals = word.indexOf('=');
                if (equals < 0 || word.endsWith("?")) continue;
                var expected = word.substring(equals + 1);
                var found = result(word.substring(0, equals), words);
                if (!found.equals(expected))
                    wrong.add("%s of %s %s: %s, expected %s"
                            .formatted(word.substring(0, equals), words[0], words[1], found, expected));
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static List<String> lines() throws IOException {
        try (var in = Objects.requireNonNull(PromotionTest.class.getResourceAsStream("promotion.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String result(String function, String[] words) {
        var a = tensor(words[0]);
        try {
            var second = words[1];
            Tensor y;
            if (second.contains("=")) y = unary(function, a);
            else if (second.endsWith("]")) y = binary(function, a, tensor(second));
            else y = number(function, a, second.contains(".") ? (Number) Double.valueOf(second) : Long.valueOf(second));
            return y.dtype().word();
        } catch (IllegalArgumentException e) {
            return "-";
        }
    }

    private static Tensor tensor(String text) {
        int open = text.indexOf('[');
        var sizes = Arrays.stream(text.substring(open + 1, text.length() - 1).split(","))
                .filter(w -> !w.isEmpty())
                .mapToInt(Integer::parseInt);
        var name = text.substring(0, open).toUpperCase(Locale.ROOT);
        return Tensors.ones(Shape.of(sizes.toArray()), dtype(DType.valueOf(name)));
    }

    private static Tensor binary(String function, Tensor a, Tensor b) {
        return switch (function) {
            case "promote" -> new Tensor(Array.empty(Shape.SCALAR, DType.promote(a.dtype(), b.dtype())));
            case "add" -> a.add(b);
            case "sub" -> a.sub(b);
            case "mul" -> a.mul(b);
            case "div" -> a.div(b);
            case "floorDivide" -> a.floorDivide(b);
            case "pow" -> a.pow(b);
            case "maximum" -> a.maximum(b);
            case "eq" -> a.eq(b);
            case "lt" -> a.lt(b);
            case "logicalAnd" -> a.logicalAnd(b);
            case "where" -> a.where(Tensors.tensor(new boolean[] {true, false}), b);
            case "cat" -> Tensors.cat(List.of(a, b), 0);
            case "stack" -> Tensors.stack(List.of(a, b), 0);
            case "add_" -> a.add_(b);
            case "mul_" -> a.mul_(b);
            case "div_" -> a.div_(b);
            case "copy_" -> a.copy_(b);
            default -> throw new AssertionError(function);
        };
    }

    private static Tensor number(String function, Tensor a, Number b) {
        return switch (function) {
            case "add" -> a.add(b);
            case "sub" -> a.sub(b);
            case "rsub" -> a.rsub(b);
            case "mul" -> a.mul(b);
            case "div" -> a.div(b);
            case "floorDivide" -> a.floorDivide(b);
            case "pow" -> a.pow(b);
            case "eq" -> a.eq(b);
            case "clampMin" -> a.clampMin(b);
            case "where" -> a.where(Tensors.ones(a.shape(), dtype(DType.BOOL)), b);
            case "add_" -> a.add_(b);
            case "mul_" -> a.mul_(b);
            case "div_" -> a.div_(b);
            case "fill_" -> a.fill_(b);
            default -> throw new AssertionError(function);
        };
    }

    private static Tensor unary(String function, Tensor a) {
        return switch (function) {
            case "exp" -> a.exp();
            case "sqrt" -> a.sqrt();
            case "sigmoid" -> a.sigmoid();
            case "abs" -> a.abs();
            case "neg" -> a.neg();
            case "sign" -> a.sign();
            case "floor" -> a.floor();
            case "round" -> a.round();
            case "relu" -> a.relu();
            case "square" -> a.square();
            case "reciprocal" -> a.reciprocal();
            case "isnan" -> a.isnan();
            case "logicalNot" -> a.logicalNot();
            case "sum" -> a.sum();
            case "mean" -> a.mean();
            case "prod" -> a.prod();
            case "var" -> a.var();
            case "amax" -> a.amax();
            case "argmax" -> a.argmax();
            case "any" -> a.any();
            case "all" -> a.all();
            case "softmax" -> a.softmax(0);
            case "matmul" -> a.matmul(a);
            default -> throw new AssertionError(function);
        };
    }

    @Test
    void theDefaultDtypeIsThatOfNumbersAndOfIntegersMadeFloating() {
        var whole = Tensors.tensor(1, 2);
        try {
            Tensors.setDefaultDtype(DType.FLOAT64);
            assertEquals(DType.FLOAT64, whole.add(0.5).dtype());
            assertEquals(DType.FLOAT64, whole.exp().dtype());
            assertEquals(DType.FLOAT64, Tensors.tensor(0.5).dtype());
            assertEquals(DType.FLOAT64, Tensors.zeros(2).dtype());
            assertEquals(DType.FLOAT32, Tensors.tensor(0.5f).dtype());
        } finally {
            Tensors.setDefaultDtype(DType.FLOAT32);
        }
        assertEquals(
                "setDefaultDtype: the dtype must be floating, got torch.int64",
                assertThrows(IllegalArgumentException.class, () -> Tensors.setDefaultDtype(DType.INT64))
                        .getMessage());
    }

    @Test
    void aFactorOfHalvesIsNotRoundedButASummandIs() {
        for (var half : List.of(DType.FLOAT16, DType.BFLOAT16)) {
            var x = Tensors.rand(Shape.of(200), dtype(half));
            var exact = x.toFloat();
            double rounded = flambeau.array.Element.rounded(half, 0.1);
            assertTrue(x.mul(0.1).torchEquals(exact.mul(0.1).to(half)));
            assertTrue(x.div(0.1).torchEquals(exact.div(0.1).to(half)));
            assertTrue(x.mul(Tensors.tensor(0.1)).torchEquals(exact.mul(0.1).to(half)));
            assertTrue(x.clone().mul_(0.1).torchEquals(exact.mul(0.1).to(half)));
            assertTrue(x.add(0.1).torchEquals(exact.add(rounded).to(half)));
            assertTrue(x.sub(0.1).torchEquals(exact.sub(rounded).to(half)));
        }
    }

    @Test
    void whatIsNarrowedWraps() {
        var x = Tensors.tensor(new long[] {0, 127, 128, 255, 256, -1, 1L << 40});
        assertEquals(
                "tensor([  0, 127, 128, 255,   0, 255,   0], dtype=torch.uint8)",
                x.toByte().toString());
        assertEquals(
                "tensor([   0,  127, -128,   -1,    0,   -1,    0], dtype=torch.int8)",
                x.to(DType.INT8).toString());
        assertEquals(
                "tensor([False,  True,  True,  True,  True,  True,  True])",
                x.toBool().toString());
        assertEquals(
                "tensor([ 2, -2,  0])", Tensors.tensor(2.9, -2.9, 0.5).toLong().toString());
        assertEquals(
                "tensor([True, True])", Tensors.tensor(0.5, Double.NaN).toBool().toString());
    }
}
