package flambeau.kernel.vector;

import static flambeau.kernel.runs.Approximation.A0;
import static flambeau.kernel.runs.Approximation.A1;
import static flambeau.kernel.runs.Approximation.A2;
import static flambeau.kernel.runs.Approximation.A3;
import static flambeau.kernel.runs.Approximation.A4;
import static flambeau.kernel.runs.Approximation.A5;
import static flambeau.kernel.runs.Approximation.A6;
import static flambeau.kernel.runs.Approximation.A7;
import static flambeau.kernel.runs.Approximation.HALF_PI;
import static flambeau.kernel.runs.Approximation.PI;
import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;
import static jdk.incubator.vector.FloatVector.broadcast;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;
import flambeau.kernel.runs.Scratch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The angle of a point: a quotient from 0 to 1, and the inverse of its tangent, each a loop over a stretch of scratch. */
final class AngleVectors {
    private static final int PLACE = 5; // in scratch
    private static final int SIGN = 0x80000000;
    private static final int PI_BITS = Float.floatToRawIntBits(PI);

    private AngleVectors() {}

    static void atan2(long a, long b, long y, int n) {
        long t = Scratch.get().address(PLACE, 4L * Lanes.BLOCK);
        int whole = n - n % WIDTH;
        for (int i = 0; i < whole; i += Lanes.BLOCK) {
            int m = Math.min(Lanes.BLOCK, whole - i);
            quotient(a + 4L * i, b + 4L * i, t, m);
            angle(a + 4L * i, b + 4L * i, t, y + 4L * i, m);
        }
        for (int i = whole; i < n; i++)
            Floats.set(y + 4L * i, Approximation.atan2(Floats.get(a + 4L * i), Floats.get(b + 4L * i)));
    }

    private static void quotient(long a, long b, long t, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            FloatVector high = load(a, i).abs(), wide = load(b, i).abs();
            var isSteep = high.compare(VectorOperators.GT, wide);
            FloatVector least = high.blend(wide, isSteep), most = wide.blend(high, isSteep);
            store(
                    least.div(most)
                            .blend(1, least.eq(most))
                            .blend(0, least.add(most).eq(0)),
                    t,
                    i);
        }
    }

    private static void angle(long a, long b, long quotient, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            FloatVector high = load(a, i), wide = load(b, i), t = load(quotient, i), s = t.mul(t);
            var p = s.fma(A0, A1)
                    .fma(s, broadcast(FLOATS, A2))
                    .fma(s, broadcast(FLOATS, A3))
                    .fma(s, broadcast(FLOATS, A4))
                    .fma(s, broadcast(FLOATS, A5))
                    .fma(s, broadcast(FLOATS, A6))
                    .fma(s, broadcast(FLOATS, A7));
            var r = p.mul(s).fma(t, t);
            r = r.blend(broadcast(FLOATS, HALF_PI).sub(r), high.abs().compare(VectorOperators.GT, wide.abs()));
            var side = wide.reinterpretAsInts();
            var turn = side.lanewise(VectorOperators.ASHR, 31).and(PI_BITS).reinterpretAsFloats();
            r = side.and(SIGN)
                    .lanewise(VectorOperators.XOR, r.reinterpretAsInts())
                    .reinterpretAsFloats()
                    .add(turn);
            store(high.reinterpretAsInts().and(SIGN).or(r.reinterpretAsInts()).reinterpretAsFloats(), y, i);
        }
    }
}
