package flambeau.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource({
        "1.0 / (1 + x), 7, 0.125",
        "x // 10, 25, 2",
        "0.5 ** x, 3, 0.125",
        "-2 ** 2, 0, -4",
        "2 ** 3 ** 2, 0, 512",
        "7 - 2 - 1, 0, 4",
        "x % 3, -1, 2",
        "0.9 if x % 2 == 0 else 1.05, 3, 1.05",
        "0.9 if x % 2 == 0 else 1.05, 4, 0.9",
        "1e-3 * x, 2, 0.002",
    })
    void valuesArePythons(String text, double x, double expected) {
        assertEquals(expected, new Expression(text, "x", x).value(), 1e-12);
    }

    @Test
    void whatItCannotReadIsRefused() {
        assertThrows(Failed.class, () -> new Expression("max(x, 1)", "x", 0).value());
    }
}
