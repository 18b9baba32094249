package flambeau.kernel.vector;

import static flambeau.kernel.runs.Approximation.E0;
import static flambeau.kernel.runs.Approximation.E1;
import static flambeau.kernel.runs.Approximation.E2;
import static flambeau.kernel.runs.Approximation.E3;
import static flambeau.kernel.runs.Approximation.E4;
import static flambeau.kernel.runs.Approximation.E5;
import static flambeau.kernel.runs.Approximation.ERF_LARGE;
import static flambeau.kernel.runs.Approximation.ERF_SMALL;
import static flambeau.kernel.runs.Approximation.EXP_HIGH;
import static flambeau.kernel.runs.Approximation.EXP_LOW;
import static flambeau.kernel.runs.Approximation.F0;
import static flambeau.kernel.runs.Approximation.F1;
import static flambeau.kernel.runs.Approximation.F2;
import static flambeau.kernel.runs.Approximation.F3;
import static flambeau.kernel.runs.Approximation.F4;
import static flambeau.kernel.runs.Approximation.F5;
import static flambeau.kernel.runs.Approximation.F6;
import static flambeau.kernel.runs.Approximation.G0;
import static flambeau.kernel.runs.Approximation.G1;
import static flambeau.kernel.runs.Approximation.G2;
import static flambeau.kernel.runs.Approximation.G3;
import static flambeau.kernel.runs.Approximation.G4;
import static flambeau.kernel.runs.Approximation.G5;
import static flambeau.kernel.runs.Approximation.L0;
import static flambeau.kernel.runs.Approximation.L1;
import static flambeau.kernel.runs.Approximation.L2;
import static flambeau.kernel.runs.Approximation.L3;
import static flambeau.kernel.runs.Approximation.L4;
import static flambeau.kernel.runs.Approximation.L5;
import static flambeau.kernel.runs.Approximation.L6;
import static flambeau.kernel.runs.Approximation.L7;
import static flambeau.kernel.runs.Approximation.L8;
import static flambeau.kernel.runs.Approximation.LN2_HIGH;
import static flambeau.kernel.runs.Approximation.LN2_LOW;
import static flambeau.kernel.runs.Approximation.LOG2_E;
import static flambeau.kernel.runs.Approximation.LOG_LOW_BITS;
import static flambeau.kernel.runs.Approximation.MAGIC;
import static flambeau.kernel.runs.Approximation.MAGIC_BITS;
import static flambeau.kernel.runs.Approximation.T0;
import static flambeau.kernel.runs.Approximation.T1;
import static flambeau.kernel.runs.Approximation.T2;
import static flambeau.kernel.runs.Approximation.T3;
import static flambeau.kernel.runs.Approximation.T4;
import static flambeau.kernel.runs.Approximation.TANH_SMALL;
import static flambeau.kernel.vector.Lane.FLOATS;

import flambeau.kernel.runs.Approximation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The functions of {@link Approximation}, for a vector at a time, by the same operations. C2 gives up inlining in a loop with more than
 * one exponential's worth of them, so that others come in two parts.
 */
final class VectorMath {
    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        var v = x.max(EXP_LOW).min(EXP_HIGH);
        var t = v.fma(LOG2_E, MAGIC);
        var k = t.sub(MAGIC);
        var r = k.fma(c(-LN2_LOW), k.fma(c(-LN2_HIGH), v));
        var p = r.fma(E0, E1).fma(r, c(E2)).fma(r, c(E3)).fma(r, c(E4)).fma(r, c(E5));
        p = p.mul(r).fma(r, r).add(1);
        var n = t.reinterpretAsInts().sub(MAGIC_BITS);
        var half = n.lanewise(VectorOperators.ASHR, 1);
        return p.mul(power2(half)).mul(power2(n.sub(half)));
    }

    private static FloatVector power2(IntVector k) {
        return k.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector c(float constant) {
        return FloatVector.broadcast(FLOATS, constant);
    }

    /** What {@link #tanh} needs the exponential of. */
    static FloatVector tanhExponent(FloatVector x) {
        var a = x.abs();
        return a.add(a);
    }

    static FloatVector tanh(FloatVector x, FloatVector exp) {
        var large = c(1).sub(c(2).div(exp.add(1)));
        var s = x.mul(x);
        var small =
                s.fma(T0, T1).fma(s, c(T2)).fma(s, c(T3)).fma(s, c(T4)).mul(s).fma(x, x);
        return copySign(large, x).blend(small, x.abs().lt(TANH_SMALL));
    }

    /** What {@link #erf} needs the exponential of. */
    static FloatVector erfExponent(FloatVector x) {
        var t = x.abs().min(ERF_LARGE);
        var p = t.fma(F0, F1).fma(t.mul(t), t.fma(F2, F3));
        return p.fma(t, c(F4)).fma(t, c(F5)).fma(t, c(F6)).fma(t, t.neg());
    }

    static FloatVector erf(FloatVector x, FloatVector exp) {
        var s = x.mul(x);
        var small = s.fma(G0, G1)
                .fma(s, c(G2))
                .fma(s, c(G3))
                .fma(s, c(G4))
                .fma(s, c(G5))
                .fma(x, x);
        return copySign(c(1).sub(exp), x).blend(small, x.abs().lt(ERF_SMALL));
    }

    /** A positive x with the sign of another. */
    private static FloatVector copySign(FloatVector x, FloatVector sign) {
        return x.reinterpretAsInts()
                .or(sign.reinterpretAsInts().and(0x80000000))
                .reinterpretAsFloats();
    }

    /** The logarithm of positive, normal, finite numbers. */
    static FloatVector log(FloatVector x) {
        var shifted = x.reinterpretAsInts().sub(LOG_LOW_BITS);
        var e = (FloatVector) shifted.lanewise(VectorOperators.ASHR, 23).convertShape(VectorOperators.I2F, FLOATS, 0);
        var m = shifted.and(0x7fffff).add(LOG_LOW_BITS).reinterpretAsFloats().sub(1);
        var z = m.mul(m);
        var p = m.fma(L0, L1)
                .fma(m, c(L2))
                .fma(m, c(L3))
                .fma(m, c(L4))
                .fma(m, c(L5))
                .fma(m, c(L6))
                .fma(m, c(L7))
                .fma(m, c(L8));
        p = z.fma(c(-0.5f), e.fma(c(LN2_LOW), p.mul(m).mul(z)));
        return e.fma(c(LN2_HIGH), m.add(p));
    }

    /** Whether {@link #log} may be used. */
    static boolean areNormal(FloatVector x) {
        return x.compare(VectorOperators.GE, Float.MIN_NORMAL)
                .and(x.compare(VectorOperators.LE, Float.MAX_VALUE))
                .allTrue();
    }
}
