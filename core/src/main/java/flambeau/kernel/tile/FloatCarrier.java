package flambeau.kernel.tile;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Floats;
import java.util.Arrays;

/** float32, and the half types converted to it. */
final class FloatCarrier extends Carrier {
    private final Tiles tiles = Tiles.get();
    private final float[][] operands = {tiles.a, tiles.b, tiles.c};
    private final Halves halves = new Halves();

    FloatCarrier() {
        super(Tiles.SIZE);
    }

    @Override
    void load(DType dtype, long from, int operand, int n) {
        if (dtype == DType.FLOAT32) Floats.load(from, operands[operand], 0, n);
        else halves.load(dtype, from, operands[operand], n);
    }

    @Override
    void repeat(int operand, int from, int to) {
        Arrays.fill(operands[operand], from, to, operands[operand][0]);
    }

    @Override
    void store(DType dtype, int operand, long to, int n) {
        if (dtype == DType.FLOAT32) Floats.store(operands[operand], 0, to, n);
        else halves.store(dtype, operands[operand], to, n);
    }

    @Override
    void run(Unary op, int n) {
        UnaryLoops.run(op, tiles, n);
    }

    @Override
    void run(Binary op, int n) {
        BinaryLoops.run(op, tiles, n);
    }

    @Override
    void run(Ternary op, double v, int n) {
        TernaryLoops.run(op, (float) v, tiles.a, tiles.b, tiles.c, n);
    }

    @Override
    void test(Unary op, int n) {
        PredicateLoops.run(op, tiles.a, bools, n);
    }

    @Override
    void test(Binary op, int n) {
        PredicateLoops.run(op, tiles.a, tiles.b, bools, n);
    }

    @Override
    void choose(int n) {
        choose(bools, tiles.a, tiles.b, tiles.c, n);
    }

    private static void choose(byte[] c, float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = c[i] != 0 ? a[i] : b[i];
    }
}
