package flambeau.functional;

import static flambeau.args.Args.alignCorners;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.paddingMode;
import static flambeau.functional.F.affineGrid;
import static flambeau.functional.F.gridSample;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.pattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.GridPadding;
import flambeau.args.InterpolateMode;
import flambeau.array.Shape;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recorded cases hold the values. */
class GridSamplingTest {
    @ParameterizedTest
    @EnumSource
    void gradients(GridPadding padding) {
        var grid = pattern(17, 1, 2, 3, 2).mul(0.43).add(0.051); // between elements, where there is a slope
        for (var mode : List.of(InterpolateMode.BILINEAR, InterpolateMode.BICUBIC))
            assertGradients(
                    x -> gridSample(x.getFirst(), x.getLast(), mode(mode), paddingMode(padding)),
                    pattern(11, 1, 2, 4, 5),
                    grid);
    }

    @Test
    void gradientsOfVolumes() {
        assertGradients(
                x -> gridSample(x.getFirst(), x.getLast(), alignCorners(true)),
                pattern(11, 1, 2, 3, 2, 4),
                pattern(17, 1, 1, 2, 2, 3).mul(0.43).add(0.051));
    }

    @Test
    void secondGradients() {
        var x = pattern(11, 1, 1, 3, 4).requiresGrad_();
        var grid = pattern(17, 1, 2, 2, 2).mul(0.2).add(0.051).requiresGrad_();
        assertTrue(Autograd.gradgradcheck(in -> List.of(gridSample(in.getFirst(), in.getLast())), List.of(x, grid)));
    }

    @Test
    void gridOfNearestHasTheGradientZero() {
        var grid = Tensors.zeros(1, 2, 2, 2).requiresGrad_();
        gridSample(Tensors.ones(1, 1, 3, 3), grid, mode(InterpolateMode.NEAREST))
                .sum()
                .backward();
        var dgrid = java.util.Objects.requireNonNull(grid.grad());
        assertFalse(dgrid.any().isTrue());
    }

    @Test
    void placesThatAreNoNumbersReadNothing() {
        var grid = Tensors.full(Shape.of(1, 1, 2, 2), Double.NaN);
        for (var padding : GridPadding.values())
            assertEquals(
                    Shape.of(1, 1, 1, 2),
                    gridSample(Tensors.ones(1, 1, 3, 3), grid, paddingMode(padding))
                            .shape());
    }

    @Test
    void identityShowsTheImage() {
        var x = Tensors.randn(1, 2, 5, 4);
        var theta = Tensors.eye(2, 3).unsqueeze(0);
        for (boolean corners : new boolean[] {false, true}) {
            var grid = affineGrid(theta, x.shape(), alignCorners(corners));
            assertTrue(gridSample(x, grid, alignCorners(corners)).allclose(x, flambeau.args.Args.atol(1e-5)));
        }
    }
}
