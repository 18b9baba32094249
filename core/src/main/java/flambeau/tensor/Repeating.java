package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.args.OutputSize;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tensors and their elements repeated: as copies, or as windows that overlap. */
abstract sealed class Repeating extends Rearranging permits Splitting {
    Repeating() {}

    /**
     * The whole tensor repeated, {@code repeats[d]} times along dimension d.
     *
     * @param repeats one a dimension; there may be more in front, which make new dimensions
     */
    public Tensor repeat(int... repeats) {
        int more = repeats.length - self().dim();
        Check.that(
                more >= 0,
                "repeat: needs a number for each dimension of %s, got %s",
                self().shape(),
                Arrays.toString(repeats));
        var x = self().unrecorded();
        for (int d = 0; d < more; d++) x = x.unsqueeze(0);
        // x as [1, n0, 1, n1, ..], y as [r0, n0, r1, n1, ..]
        var from = x.array().layout();
        Shape sizes = Shape.SCALAR, target = x.shape();
        for (int d = 0; d < repeats.length; d++) {
            Check.that(repeats[d] >= 0, "repeat: a number must not be negative, got %s", Arrays.toString(repeats));
            from = new Layout(from.shape().insert(2 * d, 1), insert(from.strides(), 2 * d), from.offset());
            sizes = sizes.insert(2 * d, repeats[d]).insert(2 * d + 1, x.size(d));
            target = target.with(d, Math.multiplyExact(repeats[d], x.size(d)));
        }
        var y = Array.empty(sizes, self().dtype());
        if (y.count() > 0) Kernels.copy(x.array().as(from.broadcast(sizes)), y);
        Shape folded = sizes, own = self().shape();
        return Op.of("Repeat", new Tensor(y.as(Layout.contiguous(target))))
                .wrt(self(), dy -> folded(dy, folded, own))
                .result();
    }

    private static long[] insert(long[] strides, int at) {
        var s = new long[strides.length + 1];
        System.arraycopy(strides, 0, s, 0, at);
        System.arraycopy(strides, at, s, at + 1, strides.length - at);
        return s;
    }

    /** {@code dy} seen as [r0, n0, r1, n1, ..], summed over each r. */
    private static Tensor folded(Tensor dy, Shape sizes, Shape own) {
        if (sizes.rank() == 0) return dy;
        var repeats = new int[sizes.rank() / 2];
        for (int d = 0; d < repeats.length; d++) repeats[d] = 2 * d;
        if (sizes.count() == 0) return Tensors.filled(own, 0, dy.dtype());
        return dy.reshape(sizes).sum(flambeau.args.Args.dim(repeats)).reshape(own);
    }

    /** Like {@link #repeat}, but there may also be fewer numbers than dimensions: those in front are then repeated once. */
    public Tensor tile(int... dims) {
        int missing = Math.max(self().dim() - dims.length, 0);
        var all = new int[dims.length + missing];
        Arrays.fill(all, 0, missing, 1);
        System.arraycopy(dims, 0, all, missing, dims.length);
        return repeat(all);
    }

    /**
     * Each element repeated {@code repeats} times, one after the other.
     *
     * @param args dim (none: of the tensor as one dimension), outputSize (found)
     */
    @SafeVarargs
    public final Tensor repeatInterleave(int repeats, Arg<? super Takes.RepeatInterleave>... args) {
        Check.that(repeats >= 0, "repeatInterleave: repeats must not be negative, got %d", repeats);
        var along = given(args, Dim.class);
        var x = along == null ? self().flatten() : self();
        Check.that(x.dim() > 0, "repeatInterleave: a tensor without dimensions has none to repeat along");
        int d = x.shape().dim("repeatInterleave", along == null ? 0 : one("repeatInterleave", along.dims()));
        int n = Math.multiplyExact(x.size(d), repeats);
        checkSize(given(args, OutputSize.class), n);
        var wide = x.shape().insert(d + 1, repeats);
        var y = x.unsqueeze(d + 1).expand(wide).clone();
        return y.reshaped("View", 0, x.shape().with(d, n));
    }

    /** Like {@link #repeatInterleave(int, Arg...)} along a dimension. */
    public Tensor repeatInterleave(int repeats, int along) {
        return repeatInterleave(repeats, flambeau.args.Args.dim(along));
    }

    /**
     * Each place of a dimension repeated as often as {@code repeats} says.
     *
     * @param repeats integers, one a place or one for all
     * @param args dim (none: of the tensor as one dimension), outputSize (found)
     */
    @SafeVarargs
    public final Tensor repeatInterleave(Tensor repeats, Arg<? super Takes.RepeatInterleave>... args) {
        var along = given(args, Dim.class);
        var x = along == null ? self().flatten() : self();
        Check.that(x.dim() > 0, "repeatInterleave: a tensor without dimensions has none to repeat along");
        int d = x.shape().dim("repeatInterleave", along == null ? 0 : one("repeatInterleave", along.dims()));
        Check.that(
                repeats.dim() == 0 || repeats.dim() == 1 && (repeats.size(0) == x.size(d) || repeats.size(0) == 1),
                "repeatInterleave: repeats must have a number for each of %d places or one for all, got %s",
                x.size(d),
                repeats.shape());
        var each = repeats.dim() == 0 ? repeats.reshape(1) : repeats;
        return x.indexSelect(d, places(each.expand(x.size(d)), given(args, OutputSize.class)));
    }

    /** Like {@link #repeatInterleave(Tensor, Arg...)} along a dimension. */
    public Tensor repeatInterleave(Tensor repeats, int along) {
        return repeatInterleave(repeats, flambeau.args.Args.dim(along));
    }

    /** Place i, {@code repeats[i]} times, for all i. */
    static Tensor places(Tensor repeats, @Nullable OutputSize size) {
        Check.that(
                repeats.dtype() == DType.INT64 || repeats.dtype() == DType.INT32,
                "repeatInterleave: repeats must hold integers (int64 or int32), got %s",
                repeats.dtype());
        long[] times = repeats.toLongArray();
        long n = 0;
        for (long t : times) {
            Check.that(t >= 0, "repeatInterleave: repeats must not be negative, got %d", t);
            n = Math.addExact(n, t);
        }
        checkSize(size, n);
        var places = new long[Math.toIntExact(n)];
        int at = 0;
        for (int i = 0; i < times.length; i++) {
            Arrays.fill(places, at, at + (int) times[i], i);
            at += (int) times[i];
        }
        return Tensors.tensor(places);
    }

    private static void checkSize(@Nullable OutputSize size, long n) {
        Integer given = size == null ? null : size.value();
        if (given == null) return;
        Check.that(given == n, "repeatInterleave: the outputSize %d is not the sum of the repeats, %d", given, n);
    }

    /** The only one of {@code dims}. */
    static int one(String op, int[] dims) {
        Check.that(dims.length == 1, "%s: takes one dimension, got %s", op, Arrays.toString(dims));
        return dims[0];
    }

    /**
     * All windows along a dimension, as a view that may show elements more than once.
     *
     * @param dimension the dimension, which then counts windows
     * @param size the size of a window: a new last dimension
     * @param step the distance between windows
     */
    public Tensor unfold(int dimension, int size, int step) {
        int d = self().shape().dim("unfold", dimension), n = self().dim() == 0 ? 1 : self().size(d);
        Check.that(size >= 0 && size <= n, "unfold: a window of %d does not fit a dimension of size %d", size, n);
        Check.that(step > 0, "unfold: the step must be positive, got %d", step);
        var layout = self().raw().layout();
        int rank = self().dim();
        var strides = Arrays.copyOf(layout.strides(), rank + 1);
        strides[rank] = rank == 0 ? 1 : strides[d];
        Shape shape = self().shape(), windows = shape;
        if (rank > 0) {
            strides[d] *= step;
            windows = shape.with(d, (n - size) / step + 1);
        }
        var view = new Layout(windows.insert(rank, size), strides, layout.offset());
        return seen("Unfold", view, dy -> unfolded(dy, shape, d, step));
    }

    /** The gradient of {@code unfold}: all windows added where they lie. */
    private static Tensor unfolded(Tensor dy, Shape shape, int d, int step) {
        if (shape.rank() == 0) return dy.reshape(shape);
        int windows = dy.size(d), size = dy.size(-1);
        var places = Tensors.arange(windows).mul(step).unsqueeze(1).add(Tensors.arange(size));
        var rows = dy.movedim(-1, d + 1).flatten(d, d + 1);
        return Tensors.filled(shape, 0, dy.dtype()).indexAdd(d, places.flatten(), rows);
    }
}
