package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.kernel.Gemm;
import flambeau.kernel.Kernels;

/** What the input adds to the gates, computed for a few steps at a time: so few that it stays in the processor's cache. */
final class StepsAhead {
    static final int COUNT = 4;

    private final Steps part;
    private final Array x; // [rows, in]
    private final Gemm.Prepared ofInput;
    private final Array input; // [some, in]
    private final Array gates; // [some, gates hidden]
    private int start; // of the next step among them

    StepsAhead(Steps part, Array x, int columns, Gemm.Prepared ofInput) {
        this.part = part;
        this.x = x;
        this.ofInput = ofInput;
        int some = COUNT * part.sequences();
        input = Array.empty(Shape.of(some, x.shape().get(1)), x.dtype());
        gates = Array.empty(Shape.of(some, columns), x.dtype());
    }

    /** The rows of step k, which is asked for behind step k - 1. */
    Array rows(int k) {
        if (k % COUNT == 0) compute(k);
        int n = part.size(k);
        start += n;
        return slice(gates, start - n, n);
    }

    private void compute(int first) {
        int n = 0;
        for (int k = first; k < Math.min(first + COUNT, part.count()); k++) {
            Kernels.copy(part.rows(x, k), slice(input, n, part.size(k)));
            n += part.size(k);
        }
        ofInput.times(slice(input, 0, n), slice(gates, 0, n));
        start = 0;
    }

    private static Array slice(Array x, int start, int n) {
        return x.as(x.layout().slice(0, start, n, 1));
    }

    void release() {
        input.storage().release();
        gates.storage().release();
    }
}
