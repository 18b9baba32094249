package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Rule;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every provider of optimiser steps does. */
public abstract class UpdateContract {
    private static final double TOLERANCE = 1e-6; // a few roundings of numbers around 1

    private final Samples samples = new Samples(9);
    private final Update truth = new ReferenceProvider().update();

    /** Whose kernels are tested. */
    protected abstract Update kernel();

    /** Whether it is there for such steps. */
    protected abstract boolean isFor(Rule rule, DType dtype, long n);

    private void step(RuleSamples.Case one, DType dtype, Layout layout, double tolerance) {
        var what = "%s, %s %s".formatted(one.rule(), dtype, layout.shape());
        var expected = RuleSamples.operands(samples, one, dtype, layout);
        var actual = Arrays.stream(expected).map(Samples::copy).toArray(Array[]::new);
        long n = layout.shape().count();
        assertEquals(isFor(one.rule(), dtype, n), kernel().update(new Update.Step(one.rule(), actual), 0, n), what);
        if (!isFor(one.rule(), dtype, n)) return;
        truth.update(new Update.Step(one.rule(), expected), 0, n);
        for (int i = 0; i < actual.length; i++)
            assertClose(expected[i], actual[i], tolerance, tolerance, what + ", operand " + i);
    }

    @Test
    void everyRuleAtAllSizes() {
        for (var one : RuleSamples.cases())
            for (int n : Samples.SIZES) step(one, DType.FLOAT32, Layout.contiguous(Shape.of(n)), TOLERANCE);
    }

    @Test
    void everyRuleInFloat64() {
        for (var one : RuleSamples.cases())
            for (int n : new int[] {0, 1, 65, 1500}) step(one, DType.FLOAT64, Layout.contiguous(Shape.of(n)), 1e-14);
    }

    @Test
    void everyRuleInFloat16() {
        for (var one : RuleSamples.cases()) step(one, DType.FLOAT16, Layout.contiguous(Shape.of(700)), 4e-3);
    }

    @Test
    void operandsThatLieAlikeInAnyOrder() {
        var turned = Layout.contiguous(Shape.of(30, 20)).permute(1, 0);
        for (var one : RuleSamples.cases()) step(one, DType.FLOAT32, turned, TOLERANCE);
    }

    @Test
    void onlyTheElementsThatWereAskedForAreChanged() {
        var layout = Layout.contiguous(Shape.of(1000));
        for (var one : RuleSamples.cases()) {
            if (!isFor(one.rule(), DType.FLOAT32, 300)) continue;
            var whole = RuleSamples.operands(samples, one, DType.FLOAT32, layout);
            var part = Arrays.stream(whole).map(Samples::copy).toArray(Array[]::new);
            var before = Arrays.stream(whole).map(Samples::copy).toArray(Array[]::new);
            kernel().update(new Update.Step(one.rule(), whole), 0, 1000);
            kernel().update(new Update.Step(one.rule(), part), 203, 790);
            for (int i = 0; i < whole.length; i++)
                for (int j = 0; j < 1000; j++) {
                    double expected = (j >= 203 && j < 790 ? whole : before)[i].getDouble(j);
                    assertEquals(expected, part[i].getDouble(j), one + ", element " + j);
                }
        }
    }

    @Test
    void operandsThatLieDifferentlyAreLeftToTheReference() {
        var one = new RuleSamples.Case(new Rule.Sgd(new Rule.Start(false, 1, 0), 0.1, 0.9, 1, false, false), 1);
        var operands = RuleSamples.operands(samples, one, DType.FLOAT32, Layout.contiguous(Shape.of(20, 20)));
        operands[2] = samples.normal(Layout.contiguous(Shape.of(20, 20)).permute(1, 0));
        assertFalse(kernel().update(new Update.Step(one.rule(), operands), 0, 400));
    }
}
