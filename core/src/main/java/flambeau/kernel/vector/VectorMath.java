package flambeau.kernel.vector;

import static flambeau.kernel.runs.Approximation.E0;
import static flambeau.kernel.runs.Approximation.E1;
import static flambeau.kernel.runs.Approximation.E2;
import static flambeau.kernel.runs.Approximation.E3;
import static flambeau.kernel.runs.Approximation.E4;
import static flambeau.kernel.runs.Approximation.E5;
import static flambeau.kernel.runs.Approximation.ERF_LARGE;
import static flambeau.kernel.runs.Approximation.ERF_SMALL;
import static flambeau.kernel.runs.Approximation.EXP2_HIGH;
import static flambeau.kernel.runs.Approximation.EXP2_LOW;
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
import static flambeau.kernel.runs.Approximation.LN2;
import static flambeau.kernel.runs.Approximation.LN2_HIGH;
import static flambeau.kernel.runs.Approximation.LN2_LOW;
import static flambeau.kernel.runs.Approximation.LOG1P_HIGH;
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
import static jdk.incubator.vector.FloatVector.broadcast;

import flambeau.kernel.runs.Approximation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The functions of {@link Approximation}, for a vector at a time, by the same operations. C2 gives up inlining in a loop with more than
 * one exponential's worth of them, so that others come in two parts. None calls another of our methods: whether C2 inlines one that
 * a loop calls by way of another depends on the moment at which it compiles the loop.
 */
final class VectorMath {
    private static final int SIGN = 0x80000000;

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        var v = x.blend(EXP_LOW, x.lt(EXP_LOW)); // max and min take several instructions each, for NaN and -0
        v = v.blend(EXP_HIGH, v.compare(VectorOperators.GT, EXP_HIGH));
        var t = v.fma(LOG2_E, MAGIC);
        var k = t.sub(MAGIC);
        var r = k.fma(broadcast(FLOATS, -LN2_LOW), k.fma(broadcast(FLOATS, -LN2_HIGH), v));
        var p = r.fma(E0, E1)
                .fma(r, broadcast(FLOATS, E2))
                .fma(r, broadcast(FLOATS, E3))
                .fma(r, broadcast(FLOATS, E4))
                .fma(r, broadcast(FLOATS, E5));
        p = p.mul(r).fma(r, r).add(1);
        var n = t.reinterpretAsInts().sub(MAGIC_BITS);
        var half = n.lanewise(VectorOperators.ASHR, 1);
        var other = n.sub(half);
        return p.mul(half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats())
                .mul(other.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
    }

    static FloatVector exp2(FloatVector x) {
        var v = x.blend(EXP2_LOW, x.lt(EXP2_LOW));
        v = v.blend(EXP2_HIGH, v.compare(VectorOperators.GT, EXP2_HIGH));
        var t = v.add(MAGIC);
        var r = v.sub(t.sub(MAGIC)).mul(LN2);
        var p = r.fma(E0, E1)
                .fma(r, broadcast(FLOATS, E2))
                .fma(r, broadcast(FLOATS, E3))
                .fma(r, broadcast(FLOATS, E4))
                .fma(r, broadcast(FLOATS, E5));
        p = p.mul(r).fma(r, r).add(1);
        var n = t.reinterpretAsInts().sub(MAGIC_BITS);
        var half = n.lanewise(VectorOperators.ASHR, 1);
        var other = n.sub(half);
        return p.mul(half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats())
                .mul(other.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats());
    }

    /** What {@link #tanh} needs the exponential of. */
    static FloatVector tanhExponent(FloatVector x) {
        var a = x.abs();
        return a.add(a);
    }

    static FloatVector tanh(FloatVector x, FloatVector exp) {
        var large = broadcast(FLOATS, 1).sub(broadcast(FLOATS, 2).div(exp.add(1)));
        var s = x.mul(x);
        var small = s.fma(T0, T1)
                .fma(s, broadcast(FLOATS, T2))
                .fma(s, broadcast(FLOATS, T3))
                .fma(s, broadcast(FLOATS, T4))
                .mul(s)
                .fma(x, x);
        return x.reinterpretAsInts()
                .and(SIGN)
                .or(large.reinterpretAsInts())
                .reinterpretAsFloats()
                .blend(small, x.abs().lt(TANH_SMALL));
    }

    /** What {@link #erf} needs the exponential of. */
    static FloatVector erfExponent(FloatVector x) {
        var t = x.abs().min(ERF_LARGE);
        var p = t.fma(F0, F1).fma(t.mul(t), t.fma(F2, F3));
        return p.fma(t, broadcast(FLOATS, F4))
                .fma(t, broadcast(FLOATS, F5))
                .fma(t, broadcast(FLOATS, F6))
                .fma(t, t.neg());
    }

    static FloatVector erf(FloatVector x, FloatVector exp) {
        var s = x.mul(x);
        var small = s.fma(G0, G1)
                .fma(s, broadcast(FLOATS, G2))
                .fma(s, broadcast(FLOATS, G3))
                .fma(s, broadcast(FLOATS, G4))
                .fma(s, broadcast(FLOATS, G5))
                .fma(x, x);
        return x.reinterpretAsInts()
                .and(SIGN)
                .or(broadcast(FLOATS, 1).sub(exp).reinterpretAsInts())
                .reinterpretAsFloats()
                .blend(small, x.abs().lt(ERF_SMALL));
    }

    /** The logarithm of positive, normal, finite numbers. */
    static FloatVector log(FloatVector x) {
        var shifted = x.reinterpretAsInts().sub(LOG_LOW_BITS);
        var e = (FloatVector) shifted.lanewise(VectorOperators.ASHR, 23).convertShape(VectorOperators.I2F, FLOATS, 0);
        var m = shifted.and(0x7fffff).add(LOG_LOW_BITS).reinterpretAsFloats().sub(1);
        var z = m.mul(m);
        var p = m.fma(L0, L1)
                .fma(m, broadcast(FLOATS, L2))
                .fma(m, broadcast(FLOATS, L3))
                .fma(m, broadcast(FLOATS, L4))
                .fma(m, broadcast(FLOATS, L5))
                .fma(m, broadcast(FLOATS, L6))
                .fma(m, broadcast(FLOATS, L7))
                .fma(m, broadcast(FLOATS, L8));
        p = z.fma(
                broadcast(FLOATS, -0.5f),
                e.fma(broadcast(FLOATS, LN2_LOW), p.mul(m).mul(z)));
        return e.fma(broadcast(FLOATS, LN2_HIGH), m.add(p));
    }

    /** {@code log(1 + x)} of numbers above -1 that are less than {@link Approximation#LOG1P_HIGH}. */
    static FloatVector log1p(FloatVector x) {
        var shifted = x.add(1).reinterpretAsInts().sub(LOG_LOW_BITS).lanewise(VectorOperators.ASHR, 23);
        var e = (FloatVector) shifted.convertShape(VectorOperators.I2F, FLOATS, 0);
        var power = shifted.neg().add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
        var m = x.fma(power, power.sub(1));
        var z = m.mul(m);
        var p = m.fma(L0, L1)
                .fma(m, broadcast(FLOATS, L2))
                .fma(m, broadcast(FLOATS, L3))
                .fma(m, broadcast(FLOATS, L4))
                .fma(m, broadcast(FLOATS, L5))
                .fma(m, broadcast(FLOATS, L6))
                .fma(m, broadcast(FLOATS, L7))
                .fma(m, broadcast(FLOATS, L8));
        p = z.fma(
                broadcast(FLOATS, -0.5f),
                e.fma(broadcast(FLOATS, LN2_LOW), p.mul(m).mul(z)));
        var y = e.fma(broadcast(FLOATS, LN2_HIGH), m.add(p));
        return x.reinterpretAsInts().and(SIGN).or(y.reinterpretAsInts()).reinterpretAsFloats();
    }

    /** Whether {@link #log1p} may be used. */
    static boolean areAboveMinusOne(FloatVector x) {
        return x.compare(VectorOperators.GT, -1)
                .and(x.compare(VectorOperators.LT, LOG1P_HIGH))
                .allTrue();
    }

    /** Whether {@link #log} may be used. */
    static boolean areNormal(FloatVector x) {
        return x.compare(VectorOperators.GE, Float.MIN_NORMAL)
                .and(x.compare(VectorOperators.LE, Float.MAX_VALUE))
                .allTrue();
    }
}
