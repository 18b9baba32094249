package flambeau.tensor;

import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** A table of wrong calls; the operations of the op table have their refusals there. */
abstract class WrongCalls {
    static final Class<IllegalArgumentException> ARGUMENT = IllegalArgumentException.class;
    static final Class<IndexOutOfBoundsException> INDEX = IndexOutOfBoundsException.class;
    static final Class<IllegalStateException> STATE = IllegalStateException.class;
    static final int MOST = Integer.MAX_VALUE;

    final Tensor x = tensor(new double[][] {{1, 2, 3}, {4, 5, 6}});
    final Tensor whole = tensor(1, 2, 3);
    final Tensor truth = tensor(new boolean[] {true, false});
    final Tensor empty = Tensors.zeros(0);

    record Call(Class<? extends Throwable> type, String message, Executable call) {}

    static Call no(Class<? extends Throwable> type, String message, Executable call) {
        return new Call(type, message, call);
    }

    abstract Stream<List<Call>> calls();

    @TestFactory
    Stream<DynamicTest> aWrongCallIsRefusedAndChangesNothing() {
        return calls().flatMap(List::stream)
                .map(c -> dynamicTest(c.message(), () -> {
                    var thrown = assertThrows(Throwable.class, c.call());
                    assertEquals(c.message(), thrown.getMessage());
                    assertEquals(c.type(), thrown.getClass());
                    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, x.toFloatArray());
                    assertArrayEquals(new long[] {1, 2, 3}, whole.toLongArray());
                    assertEquals("tensor([ True, False])", truth.toString());
                }));
    }
}
