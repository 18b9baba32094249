package flambeau.tensor;

import static flambeau.tensor.Python.fixed;
import static flambeau.tensor.Python.print;
import static flambeau.tensor.Python.repr;
import static flambeau.tensor.Python.tuple;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTest {
    @ParameterizedTest
    @CsvSource({
        "1e-05, 1e-5",
        "0.0001, 1e-4",
        "0.01, 0.01",
        "1.0, 1",
        "-0.0, -0.0",
        "1e+16, 1e16",
        "1234567890123456.0, 1234567890123456",
        "1.7976931348623157e+308, 1.7976931348623157e308",
        "inf, Infinity",
        "nan, NaN"
    })
    void numbersAreTheShortestText(String text, double value) {
        assertEquals(text, repr(value));
    }

    @Test
    void valuesAreWrittenAsPythonWritesThem() {
        var map = new LinkedHashMap<String, Object>();
        map.put("lr", 1e-5);
        map.put("nesterov", true);
        map.put("it's", null);
        assertEquals("{'lr': 1e-05, 'nesterov': True, \"it's\": None}", repr(map));
        assertEquals("['a', 'b\\n', 'both \\' and \"']", repr(List.of("a", "b\n", "both ' and \"")));
        assertEquals("[(2, 1e-05), (3,), ()]", repr(List.of(tuple(2, 1e-5), tuple(3), tuple())));
        assertEquals("(2, 3)", tuple(randn(2, 3).shape()).toString());
        assertEquals("[torch.Size([2, 3])]", repr(List.of(randn(2, 3).shape())));
    }

    @Test
    void fixedDigitsAreRoundedAsPythonRoundsThem() {
        assertEquals("0.12", fixed(0.125, 2));
        assertEquals("0.38", fixed(0.375, 2));
        assertEquals("-0.00000", fixed(-1e-9, 5));
        assertEquals("2", fixed(2L, 0));
        assertEquals("17.1425", fixed(17.14250183f, 4));
        assertEquals("nan", fixed(Double.NaN, 3));
    }

    @Test
    void aLineHasBlanksBetweenItsValuesInAnyCountry() {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        var locale = Locale.getDefault();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Locale.setDefault(Locale.GERMANY);
        try {
            print("a", 1, 0.5, fixed(0.5, 2), false, tensor(1.5), List.of("b"), null);
        } finally {
            Locale.setDefault(locale);
            System.setOut(out);
        }
        assertEquals(
                "a 1 0.5 0.50 False tensor(1.5000) ['b'] None" + System.lineSeparator(),
                printed.toString(StandardCharsets.UTF_8));
    }
}
