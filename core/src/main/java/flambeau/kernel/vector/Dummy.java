package flambeau.kernel.vector;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.runs.Floats;
import flambeau.memory.Scope;

/** Numbers to drive loops with. */
final class Dummy {
    /** The size of each stretch: long enough for every loop, and odd. */
    static final int N = 1003;

    /** The stretch whose numbers are positive but for the first: functions leave the vectors' way for few. */
    static final int POSITIVE = 6;

    private static final int STRETCHES = 7;
    private static final Array ALL = fill();

    private Dummy() {}

    private static Array fill() {
        var all = Array.empty(Shape.of(STRETCHES * 1024), DType.FLOAT32);
        Scope.escape(all.storage());
        for (int i = 0; i < STRETCHES * 1024; i++) Floats.set(all.address() + 4L * i, (i % 37 - 17) * 0.1f);
        for (int i = 1; i < N; i++) Floats.set(all.address() + 4L * (1024 * POSITIVE + i), (i % 37 + 1) * 0.1f);
        return all;
    }

    /** The address of a stretch. */
    static long at(int stretch) {
        return ALL.address() + 4096L * stretch;
    }
}
