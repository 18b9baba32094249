package flambeau.tensor;

import static flambeau.args.Args.dtype;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** PyTorch's text; recorded by tools/record_printing.py, which explains the file. */
class PrinterTest {
    @TestFactory
    Stream<DynamicTest> tensorsPrintAsInPyTorch() throws IOException {
        try (var in = Objects.requireNonNull(PrinterTest.class.getResourceAsStream("printing.txt"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.substring(2).split("\n@ ")).map(PrinterTest::test);
        }
    }

    private static DynamicTest test(String entry) {
        int end = entry.indexOf('\n');
        var fields = entry.substring(0, end).split("; ?", -1);
        var expected = entry.substring(end + 1).stripTrailing();
        return dynamicTest(entry.substring(0, end), () -> {
            var before = Tensors.getDefaultDtype();
            try {
                var x = make(fields);
                if (fields[3].startsWith("default=")) Tensors.setDefaultDtype(type(fields[3].substring(8)));
                assertEquals(expected, x.toString());
            } finally {
                Tensors.setDefaultDtype(before);
            }
        });
    }

    private static DType type(String name) {
        return DType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Tensor make(String[] fields) {
        var dtype = type(fields[0]);
        var shape = Shape.of(words(fields[1]).mapToInt(Integer::parseInt).toArray());
        var x = values(fields[2], shape, dtype);
        return switch (fields[3]) {
            case "requires_grad" -> x.requiresGrad_();
            case "grad_fn" -> x.requiresGrad_().mul(2);
            case "transposed" -> x.transpose(0, -1);
            default -> x;
        };
    }

    private static Tensor values(String text, Shape shape, DType dtype) {
        if (text.equals("rand")) {
            Tensors.manualSeed(0);
            return Tensors.rand(shape, dtype(dtype));
        }
        var numbers = words(text)
                .filter(w -> !w.equals("range"))
                .mapToDouble(PrinterTest::number)
                .toArray();
        if (text.startsWith("range")) {
            var values = new double[(int) shape.count()];
            for (int i = 0; i < values.length; i++) values[i] = i * numbers[1] + numbers[0];
            numbers = values;
        }
        return Tensors.tensor(numbers, dtype(DType.FLOAT64)).to(dtype).view(shape);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty());
    }

    @Test
    void sizesAndDtypesPrintAsInPyTorch() {
        assertEquals("torch.Size([2, 3])", Tensors.zeros(2, 3).size().toString());
        assertEquals("torch.Size([])", Tensors.tensor(1.0).shape().toString());
        assertEquals("torch.float32", DType.FLOAT32.toString());
        assertEquals("float64 [2]", Tensors.zeros(2).toDouble().describe());
    }

    @Test
    void printingChangesNothing() {
        var x = Tensors.ones(2, 2).requiresGrad_();
        var y = x.exp();
        assertEquals(y.toString(), y.toString());
        y.sum().backward();
        assertEquals(4 * Math.E, Objects.requireNonNull(x.grad()).sum().item().doubleValue(), 1e-5);
    }
}
