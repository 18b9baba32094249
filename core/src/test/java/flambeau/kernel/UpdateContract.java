package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.api.Test;

/** What every provider of optimiser steps does. */
public abstract class UpdateContract {
    private static final double TOLERANCE = 5e-7; // a few roundings of numbers around 1

    private final Samples samples = new Samples(9);
    private final Update truth = new ReferenceProvider().update();

    /** Whose kernels are tested. */
    protected abstract Update kernel();

    private void sgd(Update.Sgd o, int n, boolean withVelocity) {
        Array p = samples.normal(n), g = samples.normal(n), v = withVelocity ? samples.normal(n) : null;
        Array p2 = Samples.copy(p), v2 = v == null ? null : Samples.copy(v);
        boolean taken = kernel().sgd(o, p2, g, v2);
        assertTrue(taken || n < 1000);
        if (!taken) return;
        truth.sgd(o, p, g, v);
        assertClose(p, p2, TOLERANCE, TOLERANCE, o + ": p");
        if (v != null && v2 != null) assertClose(v, v2, TOLERANCE, TOLERANCE, o + ": v");
    }

    @Test
    void sgdOfAllSizes() {
        for (int n : Samples.SIZES) {
            sgd(new Update.Sgd(0.1, 0, 0, 0, false, false, false), n, false);
            sgd(new Update.Sgd(0.1, 0.9, 0, 1e-2, true, false, false), n, true);
        }
    }

    @Test
    void sgdWithAllOptions() {
        for (double decay : new double[] {0, 0.1})
            for (boolean maximize : new boolean[] {false, true}) {
                sgd(new Update.Sgd(0.1, 0, 0, decay, false, maximize, false), 100, false);
                for (boolean first : new boolean[] {false, true}) {
                    sgd(new Update.Sgd(0.1, 0.9, 0.5, decay, false, maximize, first), 100, true);
                    sgd(new Update.Sgd(0.1, 0.9, 0, decay, true, maximize, first), 100, true);
                }
            }
    }

    private void adam(Update.Adam o, int n, boolean amsgrad) {
        Array p = samples.normal(n), g = samples.normal(n), m = samples.normal(n), v = samples.positive(n);
        Array max = amsgrad ? samples.positive(n) : null;
        Array p2 = Samples.copy(p),
                m2 = Samples.copy(m),
                v2 = Samples.copy(v),
                max2 = max == null ? null : Samples.copy(max);
        boolean taken = kernel().adam(o, p2, g, m2, v2, max2);
        assertTrue(taken || n < 1000);
        if (!taken) return;
        truth.adam(o, p, g, m, v, max);
        assertClose(m, m2, TOLERANCE, TOLERANCE, o + ": m");
        assertClose(v, v2, TOLERANCE, TOLERANCE, o + ": v");
        assertClose(p, p2, TOLERANCE, 2 * TOLERANCE, o + ": p");
        if (max != null && max2 != null) assertClose(max, max2, TOLERANCE, TOLERANCE, o + ": max");
    }

    @Test
    void adamOfAllSizes() {
        for (int n : Samples.SIZES) {
            adam(new Update.Adam(1e-3, 0.9, 0.999, 1e-8, 0, false, false, 10), n, false);
            adam(new Update.Adam(1e-3, 0.9, 0.999, 1e-8, 1e-2, true, false, 10), n, true);
        }
    }

    @Test
    void adamWithAllOptions() {
        for (double decay : new double[] {0, 0.1})
            for (boolean decoupled : new boolean[] {false, true})
                for (boolean maximize : new boolean[] {false, true})
                    for (boolean amsgrad : new boolean[] {false, true})
                        for (double beta : new double[] {0.9, 0.3})
                            adam(new Update.Adam(1e-3, beta, 0.99, 1e-6, decay, decoupled, maximize, 3), 100, amsgrad);
    }
}
