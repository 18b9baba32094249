package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
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
            op.wrt(x, dy -> isNothing(x) ? dy.narrow(d, start, 0).reshape(0) : dy.narrow(d, start, length));
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
}
