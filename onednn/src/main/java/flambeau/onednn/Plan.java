package flambeau.onednn;

import flambeau.kernel.Parallel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primitive and the copies around it: oneDNN may compute in a memory order of its own, from which and to which the
 * operands are copied. Pieces of a batch are small enough for the copies to stay in the processor's cache.
 */
final class Plan {
    private static final long LINE = 64;

    private final Primitive primitive;
    private final boolean[] written;
    private final @Nullable Primitive[] copies;
    private final List<Desc> descs;
    private final Primitive[] @Nullable [] slices; // made when asked for, perhaps by several threads

    private Plan(Primitive primitive, List<Desc> descs, boolean[] written, @Nullable Primitive[] copies) {
        this.primitive = primitive;
        this.descs = descs;
        this.written = written;
        this.copies = copies;
        this.slices = new Primitive[copies.length][];
    }

    /**
     * The plan that takes operands as {@code descs} describes them; null if one of them cannot be copied.
     *
     * @param results the number of operands, from the end, that the primitive writes
     */
    static @Nullable Plan of(Primitive primitive, List<Desc> descs, int results) {
        int n = descs.size();
        var copies = new @Nullable Primitive[n];
        var written = new boolean[n];
        for (int i = 0; i < n; i++) {
            written[i] = i >= n - results;
            if (!Reorder.isNeeded(descs.get(i), primitive, i)) continue;
            copies[i] =
                    written[i] ? Reorder.outOf(primitive, i, descs.get(i)) : Reorder.into(descs.get(i), primitive, i);
            if (copies[i] == null) return null;
        }
        return new Plan(primitive, descs, written, copies);
    }

    /** Whether operand {@code i} has to be copied. */
    boolean copies(int i) {
        return copies[i] != null;
    }

    /** The size of operand {@code i} in the primitive's memory order. */
    long bytes(int i) {
        return primitive.bytes(i);
    }

    /** Copies operand {@code i} between the caller's memory order and the primitive's, in the direction in which it flows. */
    void copy(int i, long from, long to) {
        var copy = copies[i];
        if (copy != null) copy.execute(from, to);
    }

    /** The same by all threads: for operands that a call copies as a whole. */
    void copyTogether(int i, long from, long to) {
        var slices = this.slices[i];
        if (slices == null) this.slices[i] = slices = Reorder.slices(descs.get(i), primitive, i, written[i]);
        if (slices.length == 0) copy(i, from, to);
        else forSlices(slices, from, to);
    }

    private static void forSlices(Primitive[] slices, long from, long to) {
        Parallel.forRange(slices.length, 1, (low, high) -> {
            for (long s = low; s < high; s++) slices[(int) s].execute(from, to);
        });
    }

    /** Whether both copy operand {@code i} from the same memory order to the same. */
    boolean agrees(Plan other, int i) {
        return this == other
                || descs.get(i).equals(other.descs.get(i))
                        && Draft.equal(primitive.layout(i), other.primitive.layout(i));
    }

    /**
     * Runs the primitive with the copies around it.
     *
     * @param own a bit for each operand that is already in, or may stay in, the primitive's own memory order
     */
    void execute(int own, long... operands) {
        long bytes = 0;
        for (int i = 0; i < copies.length; i++) if (isCopied(own, i)) bytes += room(i);
        if (bytes == 0) {
            primitive.execute(operands);
            return;
        }
        var scratch = Scratch.borrow(bytes);
        try {
            run(own, operands, scratch.address());
        } finally {
            scratch.giveBack();
        }
    }

    private void run(int own, long[] operands, long room) {
        var places = operands.clone();
        for (int i = 0; i < places.length; i++) {
            if (!isCopied(own, i)) continue;
            places[i] = room;
            room += room(i);
            if (!written[i]) copy(i, operands[i], places[i]);
        }
        primitive.execute(places);
        for (int i = 0; i < places.length; i++) {
            if (isCopied(own, i) && written[i]) copy(i, places[i], operands[i]);
        }
    }

    private boolean isCopied(int own, int i) {
        return copies[i] != null && (own >> i & 1) == 0;
    }

    private long room(int i) {
        return (primitive.bytes(i) + LINE - 1) & -LINE;
    }

    /** oneDNN's name of the code that runs. */
    String implementation() {
        return primitive.implementation();
    }
}
