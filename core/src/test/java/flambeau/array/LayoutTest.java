package flambeau.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayoutTest {
    /** The element numbers in row-major order: what a layout means. */
    private static long[] places(Layout layout) {
        var sizes = layout.shape().sizes();
        var places = new long[(int) layout.shape().count()];
        for (int i = 0; i < places.length; i++) {
            long rest = i, place = layout.offset();
            for (int d = sizes.length - 1; d >= 0; d--) {
                place += rest % sizes[d] * layout.stride(d);
                rest /= sizes[d];
            }
            places[i] = place;
        }
        return places;
    }

    /** Strides that give {@code places} under {@code target}, or null: read off the places, then checked. */
    private static long @Nullable [] bruteForce(long[] places, Shape target) {
        var strides = new long[target.rank()];
        int step = 1;
        for (int d = target.rank() - 1; d >= 0; d--) {
            if (target.get(d) > 1) strides[d] = places[step] - places[0];
            step *= target.get(d);
        }
        return Arrays.equals(places, places(new Layout(target, strides, places[0]))) ? strides : null;
    }

    private static Layout random(Random random) {
        int rank = random.nextInt(5);
        var sizes = new int[rank];
        for (int d = 0; d < rank; d++) sizes[d] = 1 + random.nextInt(4);
        var layout = Layout.contiguous(Shape.of(sizes));
        for (int step = random.nextInt(4); step > 0; step--) layout = changed(random, layout);
        return layout;
    }

    private static Layout changed(Random random, Layout layout) {
        int rank = layout.shape().rank();
        switch (random.nextInt(6)) {
            case 0:
                var order = new ArrayList<Integer>();
                for (int d = 0; d < rank; d++) order.add(random.nextInt(d + 1), d);
                return layout.permute(order.stream().mapToInt(Integer::intValue).toArray());
            case 1:
                if (rank == 0) return layout;
                int d = random.nextInt(rank), n = layout.shape().get(d), start = random.nextInt(n);
                int step = 1 + random.nextInt(2);
                return layout.slice(d, start, Math.ceilDiv(n - start, step), step);
            case 2:
                return layout.insert(random.nextInt(rank + 1));
            case 3:
                if (rank == 0) return layout;
                d = random.nextInt(rank);
                return layout.select(d, random.nextInt(layout.shape().get(d)));
            case 4:
                return layout.broadcast(layout.shape().insert(0, 1 + random.nextInt(3)));
            default:
                return rank < 3 ? layout : Layout.channelsLast(layout.shape());
        }
    }

    private static Shape regrouped(Random random, long count) {
        var sizes = new ArrayList<Integer>();
        for (long rest = count; rest > 1 || random.nextInt(3) == 0; ) {
            int size = 1 + random.nextInt((int) rest);
            while (rest % size != 0) size++;
            sizes.add(random.nextInt(sizes.size() + 1), size);
            rest /= size;
        }
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    @Test
    void aViewIsFoundWhereverThereIsOne() {
        var random = new Random(1);
        int found = 0, impossible = 0;
        for (int i = 0; i < 30_000; i++) {
            var layout = random(random);
            var places = places(layout);
            var target = regrouped(random, layout.shape().count());
            var expected = bruteForce(places, target);
            var view = layout.view(target);
            if (expected == null) {
                assertNull(view, () -> layout + " as " + target);
                impossible++;
            } else {
                assertTrue(view != null, () -> layout + " as " + target);
                assertArrayEquals(places, places(view), () -> layout + " as " + target);
                found++;
            }
        }
        assertTrue(found > 5000 && impossible > 5000, "both happen: " + found + ", " + impossible);
    }

    @Test
    void contiguousMeansRowMajorWithoutGaps() {
        var random = new Random(2);
        for (int i = 0; i < 5000; i++) {
            var layout = random(random);
            long[] places = places(layout), sorted = places.clone();
            boolean ascending = true;
            for (int j = 0; j < places.length; j++) ascending &= places[j] == places[0] + j;
            assertEquals(ascending, layout.isContiguous(), layout::toString);
            Arrays.sort(sorted);
            boolean dense = true;
            for (int j = 0; j < places.length; j++) dense &= sorted[j] == sorted[0] + j;
            assertEquals(dense, layout.isDense(), layout::toString);
        }
    }

    @Test
    void aFreshLayoutKeepsTheMemoryOrderOfADenseOne() {
        var random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            var layout = random(random);
            var fresh = layout.fresh();
            assertEquals(layout.shape(), fresh.shape());
            long[] places = places(layout), new_ = places(fresh);
            if (!layout.isDense()) assertTrue(fresh.isContiguous(), layout::toString);
            else
                for (int j = 0; j < places.length; j++)
                    assertEquals(places[j] - layout.offset(), new_[j], layout::toString);
        }
    }

    @Test
    void memoryOrderGoesFromTheLargestStrideToTheSmallest() {
        assertArrayEquals(
                new int[] {0, 2, 3, 1},
                Layout.channelsLast(Shape.of(2, 3, 4, 5)).memoryOrder());
        assertArrayEquals(
                new int[] {0, 1, 2}, Layout.contiguous(Shape.of(2, 3, 4)).memoryOrder());
        assertArrayEquals(
                new int[] {1, 0},
                Layout.contiguous(Shape.of(2, 3)).permute(1, 0).memoryOrder());
    }

    @Test
    void channelsLastHasTheChannelsFastest() {
        var layout = Layout.channelsLast(Shape.of(2, 3, 4, 5));
        assertArrayEquals(new long[] {60, 1, 15, 3}, layout.strides());
        assertTrue(layout.isChannelsLast());
        assertFalse(layout.isContiguous());
        assertFalse(Layout.contiguous(Shape.of(2, 3, 4, 5)).isChannelsLast());
        var single = Layout.contiguous(Shape.of(2, 1, 4, 5)); // one channel is both
        assertTrue(single.isChannelsLast() && single.isContiguous());
        assertFalse(Layout.contiguous(Shape.of(2, 3)).isChannelsLast());
    }

    @Test
    void broadcastingRepeatsSizeOne() {
        var layout = Layout.contiguous(Shape.of(3, 1)).broadcast(Shape.of(2, 3, 4));
        assertArrayEquals(new long[] {0, 1, 0}, layout.strides());
        assertArrayEquals(new long[] {0, 0, 0, 0, 1, 1, 1, 1}, Arrays.copyOf(places(layout), 8));
        assertFalse(layout.isDense());
        var same = Layout.contiguous(Shape.of(2));
        assertSame(same, same.broadcast(Shape.of(2)));
    }

    @Test
    void layoutsAreEqualByShapeStridesAndOffset() {
        var a = Layout.contiguous(Shape.of(2, 3));
        assertEquals(a, new Layout(Shape.of(2, 3), new long[] {3, 1}, 0));
        assertEquals(a.hashCode(), new Layout(Shape.of(2, 3), new long[] {3, 1}, 0).hashCode());
        for (var other :
                List.of(a.permute(1, 0), a.slice(0, 1, 1, 1), new Layout(Shape.of(2, 3), new long[] {3, 1}, 1)))
            assertNotEquals(a, other);
        assertEquals("[2, 3] strides [3, 1] offset 0", a.toString());
    }

    @Test
    void emptyShapesHaveLayouts() {
        var empty = Layout.contiguous(Shape.of(2, 0, 3));
        assertTrue(empty.isContiguous() && empty.isDense());
        assertEquals(Shape.of(0, 7), empty.permute(2, 0, 1).view(Shape.of(0, 7)).shape());
    }
}
