package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;
import static flambeau.memory.Native.ALL;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The largest of some pixels, channel by channel, where the channels of a pixel lie together: pixels in rows {@code top, top + down
 * ..} and columns {@code left, left + right ..}. Both zeros give 0, as in tiles.
 */
final class MaxVectors {
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

    private MaxVectors() {}

    /** Rows and columns of a window that lie inside the image, ends exclusive. */
    record Pixels(int top, int bottom, int down, int left, int right, int across) {}

    /** Whether x takes the place of the largest so far: the first of equals, the last NaN above all. */
    private static VectorMask<Float> wins(FloatVector x, FloatVector best) {
        return x.compare(VectorOperators.GT, best).or(x.compare(VectorOperators.NE, x));
    }

    /** The channels from the last place on that leaves room for a whole vector, or the next ones. */
    private static int next(int j, int c) {
        return j + WIDTH <= c - WIDTH ? j + WIDTH : j < c - WIDTH ? c - WIDTH : c;
    }

    /** {@code y[j]} for all c channels, at least a vector of them; {@code width} pixels are a row of the image. */
    static void values(long image, int width, int c, Pixels p, long y) {
        for (int j = 0; j < c; j = next(j, c)) {
            var best = load(image + 4L * ((long) (p.top * width + p.left) * c + j));
            for (int row = p.top; row < p.bottom; row += p.down)
                for (int column = p.left; column < p.right; column += p.across) {
                    var x = load(image + 4L * ((long) (row * width + column) * c + j));
                    best = best.blend(x, wins(x, best));
                }
            store(best.add(0), y, j);
        }
    }

    /** Also where each stands, counted in rows. */
    static void places(long image, int width, int c, Pixels p, long y, long place) {
        for (int j = 0; j < c; j = next(j, c)) {
            int first = p.top * width + p.left;
            var best = load(image + 4L * ((long) first * c + j));
            var where = IntVector.broadcast(INTS, first);
            for (int row = p.top; row < p.bottom; row += p.down)
                for (int column = p.left; column < p.right; column += p.across) {
                    int pixel = row * width + column;
                    var x = load(image + 4L * ((long) pixel * c + j));
                    var wins = wins(x, best);
                    best = best.blend(x, wins);
                    where = where.blend(pixel, wins.cast(INTS));
                }
            store(best.add(0), y, j);
            where.intoMemorySegment(ALL, place + 4L * j, ByteOrder.nativeOrder());
        }
    }
}
