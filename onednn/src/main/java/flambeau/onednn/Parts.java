package flambeau.onednn;

import flambeau.kernel.Parallel;
import flambeau.memory.Native;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * What the pieces of a batch contribute to the gradients of weights and bias: a row a piece, added in the order of the
 * pieces whoever has computed them, so that no thread changes the rounding.
 */
final class Parts implements AutoCloseable {
    private static final long SUMMANDS = 16; // oneDNN's sum takes no more
    private static final long BUDGET = 64 << 20; // bytes that the rows may take
    private static final long BLOCK = 64 * 1024; // floats that one thread adds at a time

    private final long pieces;
    private final long bytes; // of a row
    private final long second; // where in a row the bias begins
    private final long secondBytes;
    private final Scratch scratch;
    private final @Nullable Primitive whole;
    private final @Nullable Primitive rest;

    private Parts(
            long pieces,
            long bytes,
            long second,
            long secondBytes,
            @Nullable Primitive whole,
            @Nullable Primitive rest) {
        this.pieces = pieces;
        this.bytes = bytes;
        this.second = second;
        this.secondBytes = secondBytes;
        this.whole = whole;
        this.rest = rest;
        this.scratch = Scratch.borrow(pieces * bytes);
    }

    /** The most pieces for rows of {@code bytes}. */
    static long most(long bytes) {
        return Math.clamp(BUDGET / bytes, 1, SUMMANDS);
    }

    /** Room for {@code pieces} rows of {@code bytes} and {@code secondBytes}; null where oneDNN cannot add so many. */
    static @Nullable Parts of(long pieces, long bytes, long secondBytes) {
        long first = line(bytes);
        long row = first + line(secondBytes);
        long count = row / 4;
        if (pieces == 1) return new Parts(pieces, row, first, secondBytes, null, null);
        var whole = Sum.get((int) pieces, Math.min(count, BLOCK));
        var rest = count % BLOCK == 0 ? whole : Sum.get((int) pieces, count % BLOCK);
        return whole == null || rest == null ? null : new Parts(pieces, row, first, secondBytes, whole, rest);
    }

    private static long line(long bytes) {
        return (bytes + 63) & -64;
    }

    /** Where piece {@code i} writes the gradient of the weights. */
    long address(long i) {
        return scratch.address() + i * bytes;
    }

    /** Where piece {@code i} writes the gradient of the bias. */
    long second(long i) {
        return address(i) + second;
    }

    /** Adds all rows to the first. */
    void add() {
        if (pieces == 1) return;
        Parallel.forRange(bytes / 4, BLOCK, (low, high) -> {
            var sum = high - low == Math.min(bytes / 4, BLOCK) ? whole : rest;
            var operands = new long[(int) pieces + 1];
            for (int i = 0; i < pieces; i++) operands[i] = address(i) + 4 * low;
            operands[(int) pieces] = operands[0];
            if (sum != null) sum.execute(operands);
        });
    }

    /** Copies the first row's gradient of the bias. */
    void copySecond(long to) {
        MemorySegment.copy(Native.ALL, second(0), Native.ALL, to, secondBytes);
    }

    @Override
    public void close() {
        scratch.giveBack();
    }
}
