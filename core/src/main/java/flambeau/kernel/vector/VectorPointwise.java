package flambeau.kernel.vector;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;
import flambeau.kernel.runs.PointwiseRuns;
import flambeau.kernel.runs.Scratch;
import java.util.EnumMap;
import java.util.EnumSet;

/** Elementwise functions. */
final class VectorPointwise extends PointwiseRuns {
    private static final EnumSet<Unary> CHEAP =
            EnumSet.of(Unary.ABS, Unary.NEG, Unary.RECIPROCAL, Unary.RELU, Unary.RSQRT, Unary.SQRT, Unary.SQUARE);
    private static final EnumSet<Unary> DEAR = EnumSet.of(Unary.EXP, Unary.SIGMOID, Unary.TANH, Unary.ERF, Unary.LOG);
    private static final EnumSet<Binary> BINARY = EnumSet.of(
            Binary.ADD,
            Binary.SUB,
            Binary.MUL,
            Binary.DIV,
            Binary.MAX,
            Binary.MIN,
            Binary.RELU_GRAD,
            Binary.SIGMOID_GRAD,
            Binary.TANH_GRAD);

    private static final int SMALL = 64; // elements, below which tiles are as fast

    private final EnumMap<Unary, Warmth> unary = new EnumMap<>(Unary.class);
    private final EnumMap<Binary, Warmth> binary = new EnumMap<>(Binary.class);

    VectorPointwise(boolean always) {
        for (var op : Unary.values())
            if (CHEAP.contains(op) || DEAR.contains(op))
                unary.put(op, new Warmth(always, () -> UnaryVectors.run(op, Dummy.at(0), Dummy.at(1), Dummy.N)));
        for (var op : BINARY)
            binary.put(op, new Warmth(always, () -> {
                run(op, DType.FLOAT32, Dummy.at(0), 1, Dummy.at(1), 1, Dummy.at(2), Dummy.N);
                run(op, DType.FLOAT32, Dummy.at(0), 1, Dummy.at(1), 0, Dummy.at(2), Dummy.N);
            }));
    }

    @Override
    protected boolean takes(Unary op, DType dtype, long count) {
        if (dtype != DType.FLOAT32) return false;
        var warmth = unary.get(op);
        return warmth != null && count >= SMALL && warmth.isReady(DEAR.contains(op) ? count : count / 4);
    }

    @Override
    protected boolean takes(Binary op, DType dtype, long count) {
        if (dtype != DType.FLOAT32) return false;
        var warmth = binary.get(op);
        return warmth != null && count >= SMALL && warmth.isReady(count / 4);
    }

    @Override
    protected void run(Unary op, DType dtype, long x, long y, int n) {
        UnaryVectors.run(op, x, y, n);
    }

    @Override
    protected void run(Binary op, DType dtype, long a, int stepA, long b, int stepB, long y, int n) {
        if (stepA == 1 && stepB == 1) {
            BinaryVectors.run(op, a, b, y, n);
            return;
        }
        int block = Math.min(n, Lanes.BLOCK);
        long left = stepA == 1 ? a : repeat(a, 6, block), right = stepB == 1 ? b : repeat(b, 7, block);
        for (int i = 0; i < n; i += block)
            BinaryVectors.run(op, left + 4L * i * stepA, right + 4L * i * stepB, y + 4L * i, Math.min(block, n - i));
    }

    /** One element many times, in scratch. */
    private static long repeat(long x, int place, int n) {
        long copy = Scratch.get().address(place, Lanes.BLOCK * (long) Floats.BYTES);
        BinaryVectors.fill(Floats.get(x), copy, n);
        return copy;
    }

    @Override
    public boolean where(Array condition, Array a, Array b, Array y) {
        return false;
    }

    @Override
    public boolean copy(Array x, Array y) {
        return false;
    }
}
