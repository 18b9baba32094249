package flambeau.kernel.vector;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Scratch;

/** The loops of each type. They take whole vectors: what is left over goes through scratch, as one more vector. */
final class TypedVectors {
    private static final int PLACE = 5; // in scratch: one place holds all operands
    private static final int ROOM = 64;

    private TypedVectors() {}

    static boolean has(Unary op, DType dtype) {
        return switch (dtype) {
            case FLOAT64 -> DoubleVectors.has(op);
            case INT64 -> LongVectors.has(op);
            case INT32 -> IntVectors.has(op);
            case BOOL -> op == Unary.NOT;
            default -> false;
        };
    }

    static boolean has(Binary op, DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> FloatPredicates.has(op);
            case FLOAT64 -> DoubleVectors.has(op);
            case INT64 -> LongVectors.has(op);
            case INT32 -> IntVectors.has(op);
            case BFLOAT16 -> BrainVectors.has(op);
            case BOOL, UINT8, INT8 -> ByteVectors.has(op, dtype);
            default -> false;
        };
    }

    /** Whether {@link #choose} takes elements of so many bytes. */
    static boolean chooses(DType dtype) {
        return dtype.bytes() != 2;
    }

    private static int width(DType dtype) {
        return switch (dtype.bytes()) {
            case 8 -> LongVectors.WIDTH;
            case 4 -> IntVectors.WIDTH;
            case 2 -> BrainVectors.WIDTH;
            default -> ByteVectors.WIDTH;
        };
    }

    static void run(Unary op, DType dtype, long x, long y, int n) {
        int size = dtype.bytes(), rest = n % width(dtype), whole = n - rest;
        loop(op, dtype, x, y, whole);
        if (rest == 0) return;
        long room = Scratch.get().address(PLACE, 4 * ROOM);
        Floats.copy(x + (long) whole * size, room, (long) rest * size);
        loop(op, dtype, room, room + ROOM, width(dtype));
        Floats.copy(room + ROOM, y + (long) whole * size, (long) rest * size);
    }

    private static void loop(Unary op, DType dtype, long x, long y, int n) {
        switch (dtype) {
            case FLOAT64 -> DoubleVectors.run(op, x, y, n);
            case INT64 -> LongVectors.run(op, x, y, n);
            case INT32 -> IntVectors.run(op, x, y, n);
            default -> ByteVectors.not(x, y, n);
        }
    }

    static void run(Binary op, DType dtype, long a, long b, long y, int n) {
        int size = dtype.bytes(), rest = n % width(dtype), whole = n - rest;
        loop(op, dtype, a, b, y, whole);
        if (rest == 0) return;
        int result = op.isPredicate() ? 1 : size;
        long room = Scratch.get().address(PLACE, 4 * ROOM);
        Floats.copy(a + (long) whole * size, room, (long) rest * size);
        Floats.copy(b + (long) whole * size, room + ROOM, (long) rest * size);
        loop(op, dtype, room, room + ROOM, room + 2 * ROOM, width(dtype));
        Floats.copy(room + 2 * ROOM, y + (long) whole * result, (long) rest * result);
    }

    private static void loop(Binary op, DType dtype, long a, long b, long y, int n) {
        switch (dtype) {
            case FLOAT32 -> FloatPredicates.run(op, a, b, y, n);
            case FLOAT64 -> DoubleVectors.run(op, a, b, y, n);
            case INT64 -> LongVectors.run(op, a, b, y, n);
            case INT32 -> IntVectors.run(op, a, b, y, n);
            case BFLOAT16 -> BrainVectors.run(op, a, b, y, n);
            default -> ByteVectors.run(op, dtype, a, b, y, n);
        }
    }

    /** {@code y = c ? a : b}, whatever the bits of a and b mean. */
    static void choose(DType dtype, long c, long a, long b, long y, int n) {
        int size = dtype.bytes(), rest = n % width(dtype), whole = n - rest;
        choose(size, c, a, b, y, whole);
        if (rest == 0) return;
        long room = Scratch.get().address(PLACE, 4 * ROOM);
        Floats.copy(c + whole, room, rest);
        Floats.copy(a + (long) whole * size, room + ROOM, (long) rest * size);
        Floats.copy(b + (long) whole * size, room + 2 * ROOM, (long) rest * size);
        choose(size, room, room + ROOM, room + 2 * ROOM, room + 3 * ROOM, width(dtype));
        Floats.copy(room + 3 * ROOM, y + (long) whole * size, (long) rest * size);
    }

    private static void choose(int size, long c, long a, long b, long y, int n) {
        switch (size) {
            case 8 -> LongVectors.choose(c, a, b, y, n);
            case 4 -> IntVectors.choose(c, a, b, y, n);
            default -> ByteVectors.choose(c, a, b, y, n);
        }
    }
}
