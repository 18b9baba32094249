package flambeau.tensor;

import flambeau.args.Indexing;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Several tensors as one. */
final class Joining {
    private Joining() {}

    static Tensor cat(List<Tensor> tensors, int along) {
        Check.that(!tensors.isEmpty(), "cat: takes at least one tensor");
        for (var x : tensors) Check.operand("cat", x);
        for (var x : tensors) Check.that(x.dim() > 0, "cat: tensors without dimensions cannot be joined, use stack");
        var first = tensors.stream().filter(x -> !isNothing(x)).findFirst().orElse(tensors.getFirst());
        int d = first.shape().dim("cat", along);
        var dtype = first.dtype();
        int n = 0;
        for (var x : tensors) {
            Check.that(
                    isNothing(x)
                            || x.dim() == first.dim()
                                    && x.shape().with(d, 0).equals(first.shape().with(d, 0)),
                    "cat: %s and %s differ in more than dimension %d",
                    first.shape(),
                    x.shape(),
                    d);
            dtype = DType.promote(dtype, x.dtype());
            if (!isNothing(x)) n = Math.addExact(n, x.size(d));
        }
        var y = Array.empty(first.shape().with(d, n), dtype);
        var op = Op.of("Cat", new Tensor(y));
        int at = 0;
        for (var x : tensors) {
            int start = at, length = isNothing(x) ? 0 : x.size(d);
            if (x.count() > 0) Kernels.copy(x.array(), y.as(y.layout().slice(d, start, length, 1)));
            boolean nothing = isNothing(x);
            op.wrt(x, dy -> nothing ? dy.narrow(d, start, 0).reshape(0) : dy.narrow(d, start, length));
            at += length;
        }
        return op.result();
    }

    /** Whether {@code x} has the shape [0], which PyTorch lets stand for nothing beside tensors of any shape. */
    private static boolean isNothing(Tensor x) {
        return x.dim() == 1 && x.count() == 0;
    }

    static Tensor stack(List<Tensor> tensors, int along) {
        Check.that(!tensors.isEmpty(), "stack: takes at least one tensor");
        for (var x : tensors) Check.operand("stack", x);
        var first = tensors.getFirst();
        int rank = first.dim() + 1;
        if (along < -rank || along >= rank)
            throw new IndexOutOfBoundsException(
                    "stack: dimension must be in [%d, %d], got %d".formatted(-rank, rank - 1, along));
        int d = along < 0 ? along + rank : along;
        var dtype = first.dtype();
        for (var x : tensors) {
            Check.that(
                    x.shape().equals(first.shape()),
                    "stack: shapes must be equal, got %s and %s",
                    first.shape(),
                    x.shape());
            dtype = DType.promote(dtype, x.dtype());
        }
        var y = Array.empty(first.shape().insert(d, tensors.size()), dtype);
        var op = Op.of("Stack", new Tensor(y));
        for (int i = 0; i < tensors.size(); i++) {
            int place = i;
            if (y.count() > 0)
                Kernels.copy(tensors.get(i).array(), y.as(y.layout().select(d, place)));
            op.wrt(tensors.get(i), dy -> dy.select(d, place));
        }
        return op.result();
    }

    static Tensor blockDiag(List<Tensor> tensors) {
        var dtype = DType.BOOL;
        int n = 0, m = 0;
        for (var x : tensors) {
            Check.that(x.dim() <= 2, "blockDiag: takes at most 2 dimensions, got %s", x.shape());
            dtype = DType.promote(dtype, x.dtype());
            n = Math.addExact(n, rows(x));
            m = Math.addExact(m, columns(x));
        }
        if (tensors.isEmpty()) return Tensors.empty(1, 0);
        var y = Tensors.filled(Shape.of(n, m), 0, dtype);
        var op = Op.of("BlockDiag", y);
        int row = 0, column = 0;
        for (var x : tensors) {
            int i = row, j = column, r = rows(x), c = columns(x);
            var shape = x.shape();
            var block = y.raw().layout().slice(0, i, r, 1).slice(1, j, c, 1);
            var matrix = x.unrecorded().reshape(r, c);
            if (x.count() > 0) Kernels.copy(matrix.array(), y.raw().as(block));
            op.wrt(x, dy -> dy.narrow(0, i, r).narrow(1, j, c).reshape(shape));
            row += r;
            column += c;
        }
        return op.result();
    }

    private static int rows(Tensor x) {
        return x.dim() == 2 ? x.size(0) : 1;
    }

    private static int columns(Tensor x) {
        return x.dim() == 0 ? 1 : x.size(-1);
    }

    static List<Tensor> meshgrid(List<Tensor> tensors, Indexing indexing) {
        Check.that(!tensors.isEmpty(), "meshgrid: takes at least one tensor");
        int n = tensors.size();
        var sizes = new int[n];
        for (int i = 0; i < n; i++) {
            var x = tensors.get(i);
            Check.that(x.dim() <= 1, "meshgrid: takes tensors of one dimension at most, got %s", x.shape());
            Check.that(
                    x.dtype() == tensors.getFirst().dtype(),
                    "meshgrid: all must have one dtype, got %s and %s",
                    tensors.getFirst().dtype(),
                    x.dtype());
            sizes[place(i, n, indexing)] = Math.toIntExact(x.numel());
        }
        var shape = Shape.of(sizes);
        var all = new ArrayList<Tensor>(n);
        for (int i = 0; i < n; i++) {
            var own = new int[n];
            Arrays.fill(own, 1);
            own[place(i, n, indexing)] = Math.toIntExact(tensors.get(i).numel());
            all.add(tensors.get(i).reshape(own).expand(shape));
        }
        return List.copyOf(all);
    }

    private static int place(int i, int n, Indexing indexing) {
        return indexing == Indexing.XY && n > 1 && i < 2 ? 1 - i : i;
    }
}
