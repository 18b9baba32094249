package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/** Several tensors as one. */
final class Joining {
    private Joining() {}

    static Tensor cat(List<Tensor> tensors, int along) {
        Check.that(!tensors.isEmpty(), "cat: takes at least one tensor");
        var first = tensors.getFirst();
        Check.that(first.dim() > 0, "cat: tensors without dimensions cannot be joined, use stack");
        int d = first.shape().dim("cat", along);
        var dtype = first.dtype();
        int n = 0;
        for (var x : tensors) {
            Check.that(
                    x.dim() == first.dim() && x.shape().with(d, 0).equals(first.shape().with(d, 0)),
                    "cat: %s and %s differ in more than dimension %d", first.shape().text(), x.shape().text(), d);
            dtype = DType.promote(dtype, x.dtype());
            n = Math.addExact(n, x.size(d));
        }
        var y = Array.empty(first.shape().with(d, n), dtype);
        var op = Op.of("Cat", new Tensor(y));
        int at = 0;
        for (var x : tensors) {
            int start = at, length = x.size(d);
            if (x.count() > 0) Kernels.copy(x.array(), y.as(y.layout().slice(d, start, length, 1)));
            op.wrt(x, dy -> dy.narrow(d, start, length));
            at += length;
        }
        return op.result();
    }

    static Tensor stack(List<Tensor> tensors, int along) {
        Check.that(!tensors.isEmpty(), "stack: takes at least one tensor");
        var first = tensors.getFirst();
        var rows = new ArrayList<Tensor>(tensors.size());
        for (var x : tensors) {
            Check.that(
                    x.shape().equals(first.shape()),
                    "stack: shapes must be equal, got %s and %s", first.shape().text(), x.shape().text());
            rows.add(x.unsqueeze(along));
        }
        return cat(rows, along < 0 ? along + first.dim() + 1 : along);
    }
}
