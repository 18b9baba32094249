package flambeau.tensor;

import static flambeau.args.Args.dims;
import static flambeau.args.Args.given;
import static flambeau.args.Args.k;

import flambeau.args.Arg;
import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Dimensions in another order, as views; and elements in another order, as copies. */
abstract sealed class Rearranging extends Flattening permits Repeating {
    Rearranging() {}

    /** Dimension {@code i} of the result is dimension {@code dims[i]} of this. */
    public Tensor permute(int... dims) {
        Check.that(
                dims.length == self().dim(),
                "permute: %d dimensions are named, the tensor has %d",
                dims.length,
                self().dim());
        var order = new int[dims.length];
        var inverse = new int[dims.length];
        Arrays.fill(inverse, -1);
        for (int i = 0; i < dims.length; i++) {
            order[i] = self().shape().dim("permute", dims[i]);
            Check.that(inverse[order[i]] < 0, "permute: dimension %d is named twice", order[i]);
            inverse[order[i]] = i;
        }
        return seen("Permute", self().raw().layout().permute(order), dy -> dy.permute(inverse));
    }

    /** With two dimensions swapped. */
    public Tensor transpose(int dim0, int dim1) {
        return transpose(0, dim0, dim1);
    }

    Tensor transpose(int variant, int dim0, int dim1) {
        int i = self().shape().dim("transpose", dim0), j = self().shape().dim("transpose", dim1);
        var order = new int[self().dim()];
        for (int d = 0; d < order.length; d++) order[d] = d == i ? j : d == j ? i : d;
        return seen("Transpose", variant, self().raw().layout().permute(order), dy -> dy.transpose(i, j));
    }

    /** The transpose of a matrix; a tensor of fewer dimensions is seen as it is. */
    public Tensor t() {
        return t(0);
    }

    Tensor t(int variant) {
        Check.that(self().dim() <= 2, "t: takes at most 2 dimensions, got %s", self().shape());
        int[] order = self().dim() < 2 ? IntStream.range(0, self().dim()).toArray() : new int[] {1, 0};
        return seen("T", variant, self().raw().layout().permute(order), Tensor::t);
    }

    /** With the dimensions in reverse order. */
    public Tensor T() {
        return permute(
                IntStream.range(0, self().dim()).map(d -> self().dim() - 1 - d).toArray());
    }

    /** With the last two dimensions swapped. */
    public Tensor mT() {
        Check.that(self().dim() >= 2, "mT: needs at least 2 dimensions, got %s", self().shape());
        return transpose(-2, -1);
    }

    /** Like {@link #transpose}. */
    public Tensor swapaxes(int axis0, int axis1) {
        return transpose(axis0, axis1);
    }

    /** Like {@link #transpose}. */
    public Tensor swapdims(int dim0, int dim1) {
        return transpose(dim0, dim1);
    }

    /** With dimension {@code source} at place {@code destination}; the others keep their order. */
    public Tensor movedim(int source, int destination) {
        return movedim(new int[] {source}, new int[] {destination});
    }

    /** With dimension {@code source[i]} at place {@code destination[i]}; the others keep their order. */
    public Tensor movedim(int[] source, int[] destination) {
        Check.that(
                source.length == destination.length,
                "movedim: source and destination must name as many dimensions, got %s and %s",
                Arrays.toString(source),
                Arrays.toString(destination));
        int n = self().dim();
        if (n == 0) {
            for (int i = 0; i < source.length; i++) self().shape().dim("movedim", source[i]);
            for (int i = 0; i < source.length; i++) self().shape().dim("movedim", destination[i]);
            return self().alias();
        }
        var order = new int[n];
        var moved = new boolean[n];
        Arrays.fill(order, -1);
        for (int i = 0; i < source.length; i++) {
            int from = self().shape().dim("movedim", source[i]);
            Check.that(!moved[from], "movedim: source %s names a dimension twice", Arrays.toString(source));
            int to = self().shape().dim("movedim", destination[i]);
            Check.that(order[to] < 0, "movedim: destination %s names a dimension twice", Arrays.toString(destination));
            moved[from] = true;
            order[to] = from;
        }
        int next = 0;
        for (int d = 0; d < n; d++) {
            if (order[d] >= 0) continue;
            while (moved[next]) next++;
            order[d] = next++;
        }
        return permute(order);
    }

    /** Like {@link #movedim(int, int)}. */
    public Tensor moveaxis(int source, int destination) {
        return movedim(source, destination);
    }

    /** Like {@link #movedim(int[], int[])}. */
    public Tensor moveaxis(int[] source, int[] destination) {
        return movedim(source, destination);
    }

    /** A copy with the order along these dimensions reversed. */
    public Tensor flip(int... dims) {
        var x = self().array();
        var back = new boolean[Math.max(self().dim(), 1)];
        long[] strides = x.layout().strides();
        long first = x.layout().offset();
        for (int along : dims) {
            int d = self().shape().dim("flip", along);
            Check.that(!back[d], "flip: dimension %d is named twice", d);
            back[d] = true;
            if (self().dim() == 0) continue;
            first += Math.max(self().size(d) - 1, 0) * strides[d];
            strides[d] = -strides[d];
        }
        var y = Array.empty(self().shape(), self().dtype());
        if (y.count() > 0) Kernels.copy(x.as(new Layout(self().shape(), strides, first)), y);
        return Op.of("Flip", new Tensor(y)).wrt(self(), dy -> dy.flip(dims)).result();
    }

    /** A copy with the columns (dimension 1) in reverse order. */
    public Tensor fliplr() {
        Check.that(self().dim() >= 2, "fliplr: needs at least 2 dimensions, got %s", self().shape());
        return flip(1);
    }

    /** A copy with the rows (dimension 0) in reverse order. */
    public Tensor flipud() {
        Check.that(self().dim() >= 1, "flipud: needs at least 1 dimension, got %s", self().shape());
        return flip(0);
    }

    /**
     * Turned by 90 degrees {@code k} times, from dimension {@code dims[0]} to {@code dims[1]}; backwards if k is negative.
     *
     * @param dims two dimensions
     */
    public Tensor rot90(int k, int[] dims) {
        Check.that(dims.length == 2, "rot90: takes two dimensions, got %s", Arrays.toString(dims));
        Check.that(self().dim() >= 2, "rot90: needs at least 2 dimensions, got %s", self().shape());
        int a = self().shape().dim("rot90", dims[0]), b = self().shape().dim("rot90", dims[1]);
        Check.that(a != b, "rot90: the dimensions must differ, got %d and %d", dims[0], dims[1]);
        var x = self().unrecorded();
        var y = switch (Math.floorMod(k, 4)) {
            case 0 -> x.clone();
            case 1 -> x.flip(b).transpose(a, b).contiguous();
            case 2 -> x.flip(a, b);
            default -> x.flip(a).transpose(a, b).contiguous();
        };
        return Op.of("Rot90", y.base() == null ? y : y.clone())
                .wrt(self(), dy -> dy.rot90(-k, new int[] {a, b}))
                .result();
    }

    /**
     * Turned by a quarter, k times.
     *
     * @param args k (1): how often; dims (0, 1)
     */
    @SafeVarargs
    public final Tensor rot90(Arg<? super Takes.Rot90>... args) {
        return rot90(
                given(args, k(1)).value().intValue(), given(args, dims(0, 1)).dims());
    }

    /** The elements in row-major order moved on by {@code shifts} places; what leaves at the end comes in at the beginning. */
    public Tensor roll(int shifts) {
        var y = rolled(self().unrecorded().reshape(-1).unrecorded(), shifts, 0).reshape(self().shape());
        return Op.of("Roll", new Tensor(y.raw()))
                .wrt(self(), dy -> dy.roll(-shifts))
                .result();
    }

    /** The elements moved on by {@code shifts} places along a dimension; what leaves at the end comes in at the beginning. */
    public Tensor roll(int shifts, int along) {
        return roll(new int[] {shifts}, new int[] {along});
    }

    /** The elements moved on by {@code shifts[i]} places along dimension {@code dims[i]}. */
    public Tensor roll(int[] shifts, int[] dims) {
        if (dims.length == 0 && shifts.length == 1) return roll(shifts[0]);
        Check.that(
                shifts.length == dims.length && shifts.length > 0,
                "roll: needs a dimension for each shift, got %s and %s",
                Arrays.toString(shifts),
                Arrays.toString(dims));
        var y = self().unrecorded();
        var back = new int[shifts.length];
        for (int i = 0; i < shifts.length; i++) {
            int d = self().shape().dim("roll", dims[i]);
            Check.that(self().dim() > 0, "roll: a tensor without dimensions has none to roll along");
            y = rolled(y, shifts[i], d);
            back[i] = -shifts[i];
        }
        return Op.of("Roll", y).wrt(self(), dy -> dy.roll(back, dims)).result();
    }

    /**
     * Elements moved on, the last ones to the front.
     *
     * @param args dims (none: of the tensor as one dimension): one for each shift
     */
    @SafeVarargs
    public final Tensor roll(int[] shifts, Arg<? super Takes.Roll>... args) {
        return roll(shifts, given(args, dims()).dims());
    }

    /**
     * Elements moved on, the last ones to the front.
     *
     * @param args dims (none: of the tensor as one dimension)
     */
    @SafeVarargs
    public final Tensor roll(int shifts, Arg<? super Takes.Roll>... args) {
        return roll(new int[] {shifts}, given(args, dims()).dims());
    }

    private static Tensor rolled(Tensor x, int shift, int d) {
        int n = x.size(d);
        var y = Array.empty(x.shape(), x.dtype());
        if (y.count() > 0) {
            int by = Math.floorMod(shift, n);
            var in = x.array();
            Kernels.copy(
                    in.as(in.layout().slice(d, 0, n - by, 1)), y.as(y.layout().slice(d, by, n - by, 1)));
            Kernels.copy(
                    in.as(in.layout().slice(d, n - by, by, 1)), y.as(y.layout().slice(d, 0, by, 1)));
        }
        return new Tensor(y);
    }
}
