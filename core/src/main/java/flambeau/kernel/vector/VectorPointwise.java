package flambeau.kernel.vector;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Copies;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;
import flambeau.kernel.runs.PointwiseRuns;
import flambeau.kernel.runs.Scratch;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Elementwise functions. */
final class VectorPointwise extends PointwiseRuns {
    private static final EnumSet<Unary> CHEAP = EnumSet.of(
            Unary.ABS,
            Unary.CEIL,
            Unary.FLOOR,
            Unary.NEG,
            Unary.RECIPROCAL,
            Unary.RELU,
            Unary.ROUND,
            Unary.RSQRT,
            Unary.SQRT,
            Unary.SQUARE,
            Unary.TRUNC);
    private static final EnumSet<Unary> DEAR =
            EnumSet.of(Unary.EXP, Unary.EXP2, Unary.SIGMOID, Unary.TANH, Unary.ERF, Unary.LOG, Unary.LOG1P);
    private static final EnumSet<Binary> BINARY = EnumSet.of(
            Binary.ADD,
            Binary.SUB,
            Binary.MUL,
            Binary.DIV,
            Binary.MAX,
            Binary.MIN,
            Binary.ATAN2,
            Binary.RELU_GRAD,
            Binary.SIGMOID_GRAD,
            Binary.TANH_GRAD);

    private static final int OFTEN = 8;
    private static final int SMALL = 64; // elements, below which tiles are as fast

    private final @Nullable Warmth[][] unary = new Warmth[Unary.values().length][DType.values().length];
    private final @Nullable Warmth[][] binary = new Warmth[Binary.values().length][DType.values().length];
    private final Warmth three;
    private final @Nullable Warmth[] choose = new Warmth[DType.values().length];

    VectorPointwise(boolean always) {
        three = warmth(always, OFTEN, () -> {
            long a = Dummy.at(0), b = Dummy.at(1), c = Dummy.at(2), y = Dummy.at(3);
            for (var op : Ternary.values())
                for (int step = 0; step < 2; step++) run(op, 1, DType.FLOAT32, a, 1, b, step, c, step, y, Dummy.N);
        });
        for (var dtype : DType.values()) {
            int n = Dummy.N * 4 / dtype.bytes(), type = dtype.ordinal();
            for (var op : Unary.values()) if (has(op, dtype)) unary[op.ordinal()][type] = warmth(always, op, dtype, n);
            for (var op : Binary.values())
                if (has(op, dtype))
                    binary[op.ordinal()][type] = warmth(always, op == Binary.ATAN2 ? 1 : OFTEN, () -> {
                        run(op, dtype, Dummy.at(0), 1, Dummy.at(1), 1, Dummy.at(2), n);
                        run(op, dtype, Dummy.at(0), 1, Dummy.at(1), 0, Dummy.at(2), n);
                    });
            if (TypedVectors.chooses(dtype))
                choose[type] = warmth(
                        always,
                        OFTEN,
                        () -> TypedVectors.choose(dtype, Dummy.at(3), Dummy.at(0), Dummy.at(1), Dummy.at(2), n));
        }
    }

    private Warmth warmth(boolean always, Unary op, DType dtype, int n) {
        long x = Dummy.at(op == Unary.LOG || op == Unary.LOG1P ? Dummy.POSITIVE : 0);
        return warmth(always, DEAR.contains(op) ? 2 : OFTEN, () -> run(op, dtype, x, Dummy.at(1), n));
    }

    /** Of loops that are short: several make a pass, so that one that is not compiled well takes too long. */
    private static Warmth warmth(boolean always, int often, Runnable loops) {
        return new Warmth(always, () -> {
            for (int i = 0; i < often; i++) loops.run();
        });
    }

    private static boolean has(Unary op, DType dtype) {
        if (dtype == DType.FLOAT32) return CHEAP.contains(op) || DEAR.contains(op);
        return TypedVectors.has(op, dtype);
    }

    private static boolean has(Binary op, DType dtype) {
        return dtype == DType.FLOAT32 && BINARY.contains(op) || TypedVectors.has(op, dtype);
    }

    /** {@code share} elements of four bytes take a nanosecond without vectors; others take longer. */
    private static boolean isReady(@Nullable Warmth warmth, DType dtype, long count, int share) {
        if (warmth == null || count < SMALL) return false;
        return warmth.isReady(dtype.bytes() == 1 ? 4 * count : dtype.bytes() == 4 ? count / share : count);
    }

    @Override
    protected boolean takes(Unary op, DType dtype, long count) {
        return isReady(unary[op.ordinal()][dtype.ordinal()], dtype, count, DEAR.contains(op) ? 1 : 4);
    }

    @Override
    protected boolean takes(Binary op, DType dtype, long count) {
        return isReady(binary[op.ordinal()][dtype.ordinal()], dtype, count, op == Binary.ATAN2 ? 1 : 4);
    }

    @Override
    protected boolean takesThree(DType dtype, long count) {
        return dtype == DType.FLOAT32 && isReady(three, dtype, count, 2);
    }

    @Override
    protected boolean takesChoice(DType dtype, long count) {
        return isReady(choose[dtype.ordinal()], dtype, count, 2);
    }

    @Override
    protected void run(Unary op, DType dtype, long x, long y, int n) {
        if (dtype == DType.FLOAT32) UnaryVectors.run(op, x, y, n);
        else TypedVectors.run(op, dtype, x, y, n);
    }

    @Override
    protected void run(Binary op, DType dtype, long a, int stepA, long b, int stepB, long y, int n) {
        if (stepA == 1 && stepB == 1) {
            run(op, dtype, a, b, y, n);
            return;
        }
        if (stepA == 1 && dtype == DType.FLOAT32 && isBound(op, Floats.get(b))) {
            if (op == Binary.MAX) BoundVectors.max(a, Floats.get(b), y, n);
            else BoundVectors.min(a, Floats.get(b), y, n);
            return;
        }
        int block = Math.min(n, Lanes.BLOCK), size = dtype.bytes(), result = op.isPredicate() ? 1 : size;
        long left = stepA == 1 ? a : repeat(a, size, 6, block), right = stepB == 1 ? b : repeat(b, size, 7, block);
        for (int i = 0; i < n; i += block) {
            int m = Math.min(block, n - i);
            run(op, dtype, left + (long) size * i * stepA, right + (long) size * i * stepB, y + (long) result * i, m);
        }
    }

    private static boolean isBound(Binary op, float number) {
        return (op == Binary.MAX || op == Binary.MIN) && BoundVectors.has(number);
    }

    private static void run(Binary op, DType dtype, long a, long b, long y, int n) {
        if (dtype == DType.FLOAT32 && !op.isPredicate()) BinaryVectors.run(op, a, b, y, n);
        else TypedVectors.run(op, dtype, a, b, y, n);
    }

    @Override
    protected void run(
            Ternary op, double v, DType dtype, long a, int stepA, long b, int stepB, long c, int stepC, long y, int n) {
        if (stepA == 1 && stepB == 0 && stepC == 0 && ofNumbers(op, (float) v, a, Floats.get(b), Floats.get(c), y, n))
            return;
        int block = stepA == 1 && stepB == 1 && stepC == 1 ? n : Math.min(n, Lanes.BLOCK);
        long first = stepA == 1 ? a : repeat(a, 4, 4, block),
                second = stepB == 1 ? b : repeat(b, 4, 6, block),
                third = stepC == 1 ? c : repeat(c, 4, 7, block);
        for (int i = 0; i < n; i += block)
            TernaryVectors.run(
                    op,
                    (float) v,
                    first + 4L * i * stepA,
                    second + 4L * i * stepB,
                    third + 4L * i * stepC,
                    y + 4L * i,
                    Math.min(block, n - i));
    }

    /** {@code op(a, b, c, v)} of numbers b and c; false if there is no loop of its own for that. */
    private static boolean ofNumbers(Ternary op, float v, long a, float b, float c, long y, int n) {
        if (op == Ternary.NAN_TO_NUM) BoundVectors.finite(a, v, b, c, y, n);
        else if (op == Ternary.CLAMP && BoundVectors.has(b) && BoundVectors.has(c)) BoundVectors.clamp(a, b, c, y, n);
        else return false;
        return true;
    }

    /** One element many times, in scratch. */
    private static long repeat(long x, int size, int place, int n) {
        long copy = Scratch.get().address(place, Lanes.BLOCK * 8L);
        switch (size) {
            case 8 -> LongVectors.fill(x, copy, n);
            case 4 -> IntVectors.fill(x, copy, n);
            default -> Copies.fill(x, size, copy, n);
        }
        return copy;
    }

    @Override
    protected void choose(DType dtype, long c, int stepC, long a, int stepA, long b, int stepB, long y, int n) {
        int block = stepC == 1 && stepA == 1 && stepB == 1 ? n : Math.min(n, Lanes.BLOCK), size = dtype.bytes();
        long condition = stepC == 1 ? c : repeat(c, 1, 4, block);
        long left = stepA == 1 ? a : repeat(a, size, 6, block), right = stepB == 1 ? b : repeat(b, size, 7, block);
        for (int i = 0; i < n; i += block)
            TypedVectors.choose(
                    dtype,
                    condition + (long) i * stepC,
                    left + (long) size * i * stepA,
                    right + (long) size * i * stepB,
                    y + (long) size * i,
                    Math.min(block, n - i));
    }

    @Override
    public boolean copy(Array x, Array y) {
        return false;
    }
}
