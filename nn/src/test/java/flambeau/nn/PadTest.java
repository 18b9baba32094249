package flambeau.nn;

import static flambeau.functional.WrongCall.ARGUMENT;
import static flambeau.functional.WrongCall.wrong;
import static flambeau.tensor.Tensors.arange;
import static flambeau.tensor.Tensors.ones;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PadTest {
    private static void assertRow(Layer layer, double... expected) {
        var x = arange(3).toFloat().view(1, 1, 3);
        assertArrayEquals(expected, layer.apply(x).toDoubleArray());
    }

    @Test
    void whatStandsAroundARow() {
        assertRow(new ZeroPad1d(1, 2), 0, 0, 1, 2, 0, 0);
        assertRow(new ConstantPad1d(1, 7), 7, 0, 1, 2, 7);
        assertRow(new ReflectionPad1d(2), 2, 1, 0, 1, 2, 1, 0);
        assertRow(new ReplicationPad1d(2, 1), 0, 0, 0, 1, 2, 2);
        assertRow(new CircularPad1d(2, 1), 1, 2, 0, 1, 2, 0);
        assertRow(new CircularPad1d(-1, 1), 1, 2, 1);
    }

    @Test
    void sizes() {
        assertEquals(
                "[3, 10, 8]",
                new ReflectionPad2d(1, 2, 3, 2).apply(ones(3, 5, 5)).shape().text());
        assertEquals(
                "[2, 3, 4, 5, 8]",
                new ReplicationPad3d(1, 2, 1, 1, 0, 1)
                        .apply(ones(2, 3, 3, 3, 5))
                        .shape()
                        .text());
    }

    @Test
    void refusals() {
        wrong(() -> new ZeroPad2d(1, 2), ARGUMENT, "ZeroPad2d: padding takes 1 or 4 numbers, got [1, 2]")
                .assertRefused();
        wrong(
                        () -> new CircularPad2d(3).apply(ones(2, 3)),
                        ARGUMENT,
                        "CircularPad2d: input must have 3 or 4 dimensions, got [2, 3] (in CircularPad2d)")
                .assertRefused();
    }
}
