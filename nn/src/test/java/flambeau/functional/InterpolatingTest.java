package flambeau.functional;

import static flambeau.args.Args.alignCorners;
import static flambeau.args.Args.antialias;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.scaleFactor;
import static flambeau.args.Args.size;
import static flambeau.functional.F.interpolate;
import static flambeau.functional.Samples.assertGradients;
import static flambeau.functional.Samples.assertValues;
import static flambeau.functional.Samples.pattern;
import static flambeau.functional.Samples.sizes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.InterpolateMode;
import flambeau.array.DType;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recorded cases hold the values of all modes. */
class InterpolatingTest {
    private static Tensor of(InterpolateMode mode, Tensor x) {
        boolean lanczos = mode == InterpolateMode.LANCZOS;
        return interpolate(x, scaleFactor(1.7), mode(mode), antialias(lanczos));
    }

    private static Tensor input(InterpolateMode mode) {
        return switch (mode) {
            case LINEAR -> pattern(11, 2, 2, 5);
            case TRILINEAR, AREA -> pattern(11, 1, 2, 3, 2, 4);
            default -> pattern(11, 1, 2, 5, 4);
        };
    }

    @ParameterizedTest
    @EnumSource
    void gradients(InterpolateMode mode) {
        assertGradients(x -> of(mode, x.getFirst()), input(mode));
    }

    @ParameterizedTest
    @EnumSource
    void secondGradients(InterpolateMode mode) {
        assertTrue(Autograd.gradgradcheck(x -> of(mode, x).square(), input(mode).requiresGrad_()));
    }

    @Test
    void linearMeetsTheCorners() {
        var x = Tensors.tensor(1.0, 3.0).toDouble().reshape(1, 1, 2);
        var y = interpolate(x, size(5), mode(InterpolateMode.LINEAR), alignCorners(true));
        assertValues(y, sizes(1, 1, 5), 1, 1.5, 2, 2.5, 3);
    }

    @Test
    void imagesWithTheChannelsLastStaySo() {
        var x = Tensors.randn(2, 3, 5, 4);
        var last = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        var y = interpolate(last, size(7, 9), mode(InterpolateMode.BICUBIC));
        assertTrue(y.allclose(interpolate(x, size(7, 9), mode(InterpolateMode.BICUBIC))));
        assertTrue(y.permute(0, 2, 3, 1).isContiguous());
    }

    @Test
    void otherTypes() {
        var x = Tensors.rand(1, 1, 4, 4);
        assertEquals(
                DType.BFLOAT16,
                interpolate(x.to(DType.BFLOAT16), scaleFactor(2)).dtype());
        var bytes = interpolate(x.mul(255).to(DType.UINT8), size(2, 2), mode(InterpolateMode.BILINEAR));
        assertEquals(DType.UINT8, bytes.dtype());
    }

    @Test
    void whatIsMissingDoesNotSpread() {
        var x = Tensors.ones(1, 1, 8);
        x.get(Tensors.at(0), Tensors.at(0), Tensors.at(7)).fill_(Double.NaN);
        var y = interpolate(x, size(4), mode(InterpolateMode.AREA));
        assertEquals(1, y.isnan().sum().item().intValue());
    }
}
