package flambeau.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ShapeTest {
    private static void assertRefused(Class<? extends Exception> type, String message, Executable call) {
        assertEquals(message, assertThrows(type, call).getMessage());
    }

    @Test
    void aShapeKnowsItsSizesAndCount() {
        var shape = Shape.of(2, 3, 4);
        assertEquals(3, shape.rank());
        assertEquals(24, shape.count());
        assertEquals(4, shape.get(-1));
        assertEquals(2, shape.get(0));
        assertEquals(1, Shape.SCALAR.count());
        assertEquals(0, Shape.of(5, 0).count());
        assertSame(Shape.SCALAR, Shape.of());
    }

    @Test
    void aShapeCannotBeChangedFromOutside() {
        int[] sizes = {2, 3};
        var shape = Shape.of(sizes);
        sizes[0] = 9;
        shape.sizes()[1] = 9;
        assertArrayEquals(new int[] {2, 3}, shape.sizes());
    }

    @Test
    void sizesAreReplacedRemovedAndInserted() {
        var shape = Shape.of(2, 3, 4);
        assertEquals(Shape.of(2, 7, 4), shape.with(1, 7));
        assertEquals(Shape.of(2, 4), shape.without(1));
        assertEquals(Shape.of(2, 3, 4, 1), shape.insert(3, 1));
        assertEquals(Shape.of(5, 2, 3, 4), shape.insert(0, 5));
    }

    @Test
    void impossibleSizesAreRefused() {
        assertRefused(
                IllegalArgumentException.class, "shape: a size must not be negative: [2, -1]", () -> Shape.of(2, -1));
        int most = Integer.MAX_VALUE;
        assertRefused(
                IllegalArgumentException.class,
                "shape: too many elements: [2147483647, 2147483647, 2147483647]",
                () -> Shape.of(most, most, most));
        assertRefused(
                IllegalArgumentException.class,
                "shape: too many elements: [2147483647, 2147483647, 4]",
                () -> Shape.of(most, most, 4));
        assertEquals((long) most * most, Shape.of(most, most).count());
    }

    @Test
    void dimensionsCountFromBothEnds() {
        var shape = Shape.of(2, 3);
        assertEquals(1, shape.dim("op", -1));
        assertEquals(0, shape.dim("op", -2));
        assertEquals(0, Shape.SCALAR.dim("op", -1));
        assertRefused(
                IndexOutOfBoundsException.class,
                "op: dimension must be in [-2, 1], got 2 (shape [2, 3])",
                () -> shape.dim("op", 2));
        assertRefused(
                IndexOutOfBoundsException.class,
                "op: dimension must be in [-1, 0], got -2 (shape [])",
                () -> Shape.SCALAR.dim("op", -2));
        assertRefused(IndexOutOfBoundsException.class, "size: a scalar has no dimension 0", () -> Shape.SCALAR.get(0));
    }

    @Test
    void shapesBroadcastFromTheEnd() {
        assertEquals(Shape.of(2, 3, 4), Shape.broadcast("op", Shape.of(3, 1), Shape.of(2, 1, 4)));
        assertEquals(Shape.of(0, 4), Shape.broadcast("op", Shape.of(0, 1), Shape.of(1, 4)));
        assertEquals(Shape.of(2), Shape.broadcast("op", Shape.SCALAR, Shape.of(2)));
        assertRefused(
                IllegalArgumentException.class,
                "op: shapes [2, 3] and [3, 3] do not broadcast: 2 != 3 in dimension -2",
                () -> Shape.broadcast("op", Shape.of(2, 3), Shape.of(3, 3)));
        assertRefused(
                IllegalArgumentException.class,
                "op: shapes [0] and [2] do not broadcast: 0 != 2 in dimension -1",
                () -> Shape.broadcast("op", Shape.of(0), Shape.of(2)));
    }

    @Test
    void shapesPrint() {
        assertEquals("torch.Size([2, 3])", Shape.of(2, 3).toString());
        assertEquals("[2, 3]", Shape.of(2, 3).text());
        assertEquals(Shape.of(2, 3).hashCode(), Shape.of(2, 3).hashCode());
    }
}
