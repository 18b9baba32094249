package flambeau.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.Unary;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The thread that drives loops brings them to be fast. */
class WarmthTest {
    /** Those that leave the vectors' way for some numbers, which are slow in any case. */
    @ParameterizedTest
    @EnumSource(names = {"LOG", "LOG1P"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void operationsThatAreUsedMuchAreTakenOver(Unary op) {
        var x = Array.empty(Shape.of(100_000), DType.FLOAT32);
        var y = Array.empty(Shape.of(100_000), DType.FLOAT32);
        var vectors = new VectorPointwise(false);
        boolean taken = false;
        while (!taken && !Thread.currentThread().isInterrupted()) taken = vectors.unary(op, x, y);
        assertTrue(taken);
    }
}
