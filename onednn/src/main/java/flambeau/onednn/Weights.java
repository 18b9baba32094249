package flambeau.onednn;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/** The weights of a call in the memory order of its plans, which all its pieces read. */
final class Weights implements AutoCloseable {
    private final Plan first;
    private final long firstAddress;
    private final long otherAddress;
    private final @Nullable Scratch scratch;

    /** Copies operand {@code i} of both plans where it has to be; a short last piece may want an order of its own. */
    Weights(Array w, Plan first, Plan other, int i) {
        this.first = first;
        boolean shared = first == other || first.agrees(other, i);
        long one = first.copies(i) ? room(first, i) : 0;
        long two = !shared && other.copies(i) ? room(other, i) : 0;
        scratch = one + two == 0 ? null : Scratch.borrow(one + two);
        long room = scratch == null ? 0 : scratch.address();
        firstAddress = place(w, first, i, room);
        otherAddress = shared ? firstAddress : place(w, other, i, room + one);
    }

    private static long room(Plan plan, int i) {
        return (plan.bytes(i) + 63) & -64;
    }

    private static long place(Array w, Plan plan, int i, long room) {
        if (!plan.copies(i)) return w.address();
        plan.copy(i, w.address(), room);
        return room;
    }

    /** Where {@code plan} reads them. */
    long of(Plan plan) {
        return plan == first ? firstAddress : otherAddress;
    }

    @Override
    public void close() {
        if (scratch != null) scratch.giveBack();
    }
}
