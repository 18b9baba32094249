package flambeau.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ElementTest {
    private static double stored(DType dtype, double value) {
        var array = Array.empty(Shape.SCALAR, dtype);
        Element.setDouble(dtype, array.address(), value);
        double back = Element.getDouble(dtype, array.address());
        Reference.reachabilityFence(array);
        return back;
    }

    private static long stored(DType dtype, long value) {
        var array = Array.empty(Shape.SCALAR, dtype);
        Element.setLong(dtype, array.address(), value);
        long back = Element.getLong(dtype, array.address());
        Reference.reachabilityFence(array);
        return back;
    }

    @Test
    void bfloat16RoundsToTheNearestAndTiesToEven() {
        assertEquals(1.0, stored(DType.BFLOAT16, 1 + 0x1p-8)); // a tie, 1.0 is even
        assertEquals(1 + 0x1p-6, stored(DType.BFLOAT16, 1 + 3 * 0x1p-8)); // a tie, and the upper one is even
        assertEquals(1 + 0x1p-7, stored(DType.BFLOAT16, 1 + 0x1p-8 + 0x1p-20));
        assertEquals(Double.POSITIVE_INFINITY, stored(DType.BFLOAT16, 3.4e38));
        assertEquals(-0.0, stored(DType.BFLOAT16, -0.0));
        assertTrue(Double.isNaN(stored(DType.BFLOAT16, Double.NaN)));
        assertEquals(Double.NEGATIVE_INFINITY, stored(DType.BFLOAT16, Double.NEGATIVE_INFINITY));
    }

    @Test
    void float16RoundsAndOverflows() {
        assertEquals(65504.0, stored(DType.FLOAT16, 65519.0));
        assertEquals(Double.POSITIVE_INFINITY, stored(DType.FLOAT16, 65520.0));
        assertEquals(0x1p-24, stored(DType.FLOAT16, 0x1p-24));
        assertEquals(0.0, stored(DType.FLOAT16, 0x1p-26));
    }

    @Test
    void everyHalfSurvives() {
        for (var dtype : new DType[] {DType.FLOAT16, DType.BFLOAT16}) {
            var array = Array.empty(Shape.SCALAR, dtype);
            for (int bits = 0; bits < 1 << 16; bits++) {
                Element.setLong(DType.INT16, array.address(), bits);
                double value = Element.getDouble(dtype, array.address());
                assertEquals(value, Element.rounded(dtype, value));
                assertEquals(value, stored(dtype, value));
            }
            Reference.reachabilityFence(array);
        }
    }

    @Test
    void roundingIsTheNearestOfTheNeighbours() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (!Float.isFinite(value) || Math.abs(value) > 1e38) continue;
            double rounded = Element.rounded(DType.BFLOAT16, value);
            float ulp = Math.ulp(value) * (1 << 16);
            assertTrue(Math.abs(rounded - value) <= ulp / 2, () -> value + " became " + rounded);
        }
    }

    @Test
    void wholeNumbersWrapAndBoolsAreTrueUnlessZero() {
        assertEquals(44, stored(DType.UINT8, 300L));
        assertEquals(255, stored(DType.UINT8, -1L));
        assertEquals(-1, stored(DType.INT8, 255L));
        assertEquals(Short.MIN_VALUE, stored(DType.INT16, 32768L));
        assertEquals(0, stored(DType.INT32, 1L << 32));
        assertEquals(Long.MIN_VALUE, stored(DType.INT64, Long.MIN_VALUE));
        assertEquals(1, stored(DType.BOOL, 256L));
        assertEquals(1.0, stored(DType.BOOL, 0.5));
        assertEquals(2.0, stored(DType.INT64, 2.9));
        assertEquals(-2.0, stored(DType.INT32, -2.9));
    }

    @Test
    void aLongIsRoundedOnceOnItsWayToFloat32() {
        long value = (1L << 54) + (1L << 30) + 1; // as a double it would be a tie of float32
        assertEquals((double) (float) value, (double) stored(DType.FLOAT32, value));
    }
}
