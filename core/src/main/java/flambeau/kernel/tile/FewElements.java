package flambeau.kernel.tile;

import flambeau.kernel.Binary;
import flambeau.kernel.runs.Floats;

/** Arithmetic of a few float32 elements, which is done before they could be copied to tiles and back. */
final class FewElements {
    private static final int MOST = 16;

    private FewElements() {}

    /** Whether {@link #run} is for {@code op} of so many elements. */
    static boolean takes(Binary op, int n) {
        return n <= MOST && (op == Binary.ADD || op == Binary.SUB || op == Binary.MUL || op == Binary.DIV);
    }

    static void run(Binary op, long a, int stepA, long b, int stepB, long y, int n) {
        for (int i = 0; i < n; i++)
            Floats.set(y + 4L * i, of(op, Floats.get(a + 4L * i * stepA), Floats.get(b + 4L * i * stepB)));
    }

    private static float of(Binary op, float a, float b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            default -> a / b;
        };
    }
}
