package flambeau.tensor;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.edgeitems;
import static flambeau.args.Args.linewidth;
import static flambeau.args.Args.precision;
import static flambeau.args.Args.profile;
import static flambeau.args.Args.sciMode;
import static flambeau.args.Args.threshold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import flambeau.args.Arg;
import flambeau.args.Profile;
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
            try (var _ = Tensors.printOptions(options(fields[3]))) {
                var x = make(fields);
                if (fields[3].startsWith("default=")) Tensors.setDefaultDtype(type(fields[3].substring(8)));
                assertEquals(expected, x.toString());
            } finally {
                Tensors.setDefaultDtype(before);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Arg<? super Takes.Print>[] options(String extra) {
        var text = extra.startsWith("print ") ? extra.substring(6) : "";
        return words(text).map(PrinterTest::option).toArray(Arg[]::new);
    }

    private static Arg<? super Takes.Print> option(String text) {
        var value = text.substring(text.indexOf('=') + 1);
        return switch (text.substring(0, text.indexOf('='))) {
            case "precision" -> precision(Integer.parseInt(value));
            case "threshold" -> threshold(number(value));
            case "edgeitems" -> edgeitems(Integer.parseInt(value));
            case "linewidth" -> linewidth(Integer.parseInt(value));
            case "sci_mode" -> sciMode(value.equals("True"));
            case "profile" -> profile(Profile.valueOf(value.toUpperCase(Locale.ROOT)));
            default -> throw new AssertionError(text);
        };
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
    void printOptionsHoldUntilTheyAreChanged() {
        var before = Tensors.getPrintOptions();
        try (var _ = Tensors.printOptions(sciMode(true), precision(1))) {
            assertEquals("tensor(1.0e+00)", Tensors.tensor(1.0).toString());
            Tensors.setPrintOptions(precision(3)); // sciMode returns to the numbers' choice, as in PyTorch
            assertEquals("tensor([1.500, 2.000])", Tensors.tensor(1.5, 2.0).toString());
            Tensors.setPrintOptions(profile(Profile.SHORT));
            assertEquals("tensor([1.50, 2.00])", Tensors.tensor(1.5, 2.0).toString());
        }
        assertEquals(before, Tensors.getPrintOptions());
        var thrown = assertThrows(IllegalArgumentException.class, () -> Tensors.setPrintOptions(precision(-1)));
        assertEquals("printOptions: precision must not be negative, got -1", thrown.getMessage());
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
