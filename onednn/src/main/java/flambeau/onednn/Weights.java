package flambeau.onednn;

import flambeau.array.Array;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weights of a call in the memory order of its plans, which all its pieces read. */
final class Weights implements AutoCloseable {
    private static final int OPERAND = 1;

    /** What plans that agree read: an address, and what keeps it alive. */
    private record Place(
            Plan plan,
            long address,
            @Nullable Scratch scratch,
            @Nullable MemorySegment kept) {}

    private final List<Place> places = new ArrayList<>(2);

    /** Copies operand 1 of the plans where they want it in an order of their own; pieces of several shapes have several. */
    Weights(Array w, Plan... plans) {
        for (var plan : plans) if (find(plan) == null) places.add(place(w, plan));
    }

    private static Place place(Array w, Plan plan) {
        if (!plan.copies(OPERAND)) return new Place(plan, w.address(), null, null);
        var kept = Packed.find(w, plan, OPERAND);
        if (kept != null) return new Place(plan, kept.address(), null, kept);
        var scratch = Scratch.borrow(plan.bytes(OPERAND));
        plan.copyTogether(OPERAND, w.address(), scratch.address());
        return new Place(plan, scratch.address(), scratch, null);
    }

    private @Nullable Place find(Plan plan) {
        for (var place : places) if (place.plan.agrees(plan, OPERAND)) return place;
        return null;
    }

    /** Where {@code plan} reads them. */
    long of(Plan plan) {
        var place = find(plan);
        if (place == null) throw new IllegalArgumentException("not one of the plans that the weights were made for");
        return place.address;
    }

    @Override
    public void close() {
        for (var place : places) if (place.scratch != null) place.scratch.giveBack();
    }
}
