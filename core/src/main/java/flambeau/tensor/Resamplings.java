package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Taps;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;

/** Weighted sums along dimensions, one after the other. What users call is {@code F.interpolate}, {@code unfold} and {@code fold}. */
public final class Resamplings {
    private Resamplings() {}

    /**
     * Each line along a dimension becomes the line that its taps say.
     *
     * @param name PyTorch's name of the operation
     * @param x any shape, floating
     * @param dims different dimensions, none negative
     * @param taps for each of them, of as many inputs as it has elements
     * @throws IllegalArgumentException if x is not floating or has not these sizes
     */
    public static Tensor along(String name, Tensor x, int[] dims, Taps... taps) {
        Check.that(x.dtype().isFloatingPoint(), "resample: the dtype must be floating, got %s", x.dtype());
        for (int i = 0; i < dims.length; i++)
            Check.that(
                    x.size(dims[i]) == taps[i].inputs(),
                    "resample: dimension %s of %s must have %s elements",
                    dims[i],
                    x.shape(),
                    taps[i].inputs());
        return recorded(name, name + "Backward", x, dims, taps);
    }

    /** The operation and its gradient are each other's gradients. */
    private static Tensor recorded(String name, String dual, Tensor x, int[] dims, Taps[] taps) {
        return Op.of(name, run(x.unrecorded(), dims, taps))
                .wrt(x, dy -> {
                    var back = new Taps[taps.length];
                    for (int i = 0; i < back.length; i++) back[i] = taps[i].transposed();
                    return recorded(dual, name, dy, dims, back);
                })
                .result();
    }

    private static Tensor run(Tensor x, int[] dims, Taps[] taps) {
        if (x.dtype() == DType.FLOAT16 || x.dtype() == DType.BFLOAT16)
            return run(x.to(DType.FLOAT32), dims, taps).to(x.dtype());
        boolean images = x.dim() == 4
                && !x.raw().layout().isContiguous()
                && x.raw().layout().isChannelsLast();
        var y = images ? x.permute(0, 2, 3, 1) : x.contiguous();
        for (int i : smallestFirst(taps)) {
            int d = images ? dims[i] == 1 ? 3 : dims[i] == 0 ? 0 : dims[i] - 1 : dims[i];
            var next = Array.empty(y.shape().with(d, taps[i].outputs()), y.dtype());
            if (next.count() > 0) Kernels.resample(y.array(), d, taps[i], next);
            y = new Tensor(next);
        }
        return images ? new Tensor(y.permute(0, 3, 1, 2).raw()) : y; // a view has no history of its own
    }

    /** The dimensions in the order in which the least has to be computed. */
    private static int[] smallestFirst(Taps[] taps) {
        var order = new int[taps.length];
        for (int i = 0; i < order.length; i++) {
            int j = i;
            for (; j > 0 && growth(taps[order[j - 1]]) > growth(taps[i]); j--) order[j] = order[j - 1];
            order[j] = i;
        }
        return order;
    }

    private static double growth(Taps taps) {
        return (double) taps.outputs() / Math.max(taps.inputs(), 1);
    }
}
