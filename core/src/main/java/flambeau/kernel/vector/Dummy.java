package flambeau.kernel.vector;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.runs.Floats;

/** Numbers to drive loops with. */
final class Dummy {
    /** The size of each stretch: long enough for every loop, and odd. */
    static final int N = 1003;

    private static final int STRETCHES = 6;

    private final Array all = Array.empty(Shape.of(STRETCHES * 1024), DType.FLOAT32);

    Dummy() {
        for (int i = 0; i < STRETCHES * 1024; i++) Floats.set(all.address() + 4L * i, (i % 37 - 17) * 0.1f);
    }

    /** The address of a stretch. */
    long at(int stretch) {
        return all.address() + 4096L * stretch;
    }
}
