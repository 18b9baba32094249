package flambeau.kernel.vector;

import static flambeau.kernel.runs.Floats.get;
import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost loops of a matrix product: {@code c += a b} for a block of c that stays in registers. Eight accumulators hide the
 * latency of the multiply-adds and leave room in sixteen registers; with more, C2 spills. Distances are in bytes.
 */
final class MicroGemm {
    private MicroGemm() {}

    private static FloatVector repeat(float x) {
        return FloatVector.broadcast(FLOATS, x);
    }

    /** Four rows of two vectors. */
    static void fourByTwo(int k, long a, long rowA, long stepA, long b, long stepB, long c, long rowC) {
        long second = 4L * WIDTH;
        FloatVector c00 = load(c), c01 = load(c + second), c10 = load(c + rowC), c11 = load(c + rowC + second);
        FloatVector c20 = load(c + 2 * rowC),
                c21 = load(c + 2 * rowC + second),
                c30 = load(c + 3 * rowC),
                c31 = load(c + 3 * rowC + second);
        for (int l = 0; l < k; l++) {
            FloatVector b0 = load(b), b1 = load(b + second);
            var x = repeat(get(a));
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = repeat(get(a + rowA));
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = repeat(get(a + 2 * rowA));
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = repeat(get(a + 3 * rowA));
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            a += stepA;
            b += stepB;
        }
        store(c00, c);
        store(c01, c + second);
        store(c10, c + rowC);
        store(c11, c + rowC + second);
        store(c20, c + 2 * rowC);
        store(c21, c + 2 * rowC + second);
        store(c30, c + 3 * rowC);
        store(c31, c + 3 * rowC + second);
    }

    /** One row of two vectors. */
    static void oneByTwo(int k, long a, long stepA, long b, long stepB, long c) {
        FloatVector c0 = load(c), c1 = load(c + 4L * WIDTH);
        for (int l = 0; l < k; l++) {
            var x = repeat(get(a));
            c0 = x.fma(load(b), c0);
            c1 = x.fma(load(b + 4L * WIDTH), c1);
            a += stepA;
            b += stepB;
        }
        store(c0, c);
        store(c1, c + 4L * WIDTH);
    }

    /** Four rows of one vector. */
    static void fourByOne(int k, long a, long rowA, long stepA, long b, long stepB, long c, long rowC) {
        FloatVector c0 = load(c), c1 = load(c + rowC), c2 = load(c + 2 * rowC), c3 = load(c + 3 * rowC);
        for (int l = 0; l < k; l++) {
            var y = load(b);
            c0 = repeat(get(a)).fma(y, c0);
            c1 = repeat(get(a + rowA)).fma(y, c1);
            c2 = repeat(get(a + 2 * rowA)).fma(y, c2);
            c3 = repeat(get(a + 3 * rowA)).fma(y, c3);
            a += stepA;
            b += stepB;
        }
        store(c0, c);
        store(c1, c + rowC);
        store(c2, c + 2 * rowC);
        store(c3, c + 3 * rowC);
    }

    /** One row of one vector. */
    static void oneByOne(int k, long a, long stepA, long b, long stepB, long c) {
        var c0 = load(c);
        for (int l = 0; l < k; l++) {
            c0 = repeat(get(a)).fma(load(b), c0);
            a += stepA;
            b += stepB;
        }
        store(c0, c);
    }
}
