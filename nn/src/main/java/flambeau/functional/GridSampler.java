package flambeau.functional;

import flambeau.args.GridPadding;
import flambeau.args.InterpolateMode;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;

/**
 * Elements of images at places that need not be whole. Written in operations of tensors, so that it can be differentiated by
 * both any number of times.
 *
 * @param x [n, c, h, w] or [n, c, d, h, w]
 * @param grid [n, h', w', 2] or [n, d', h', w', 3]
 */
record GridSampler(Tensor x, Tensor grid, InterpolateMode mode, GridPadding padding, boolean corners) {
    Tensor sample() {
        int axes = x.dim() - 2, n = x.size(0), c = x.size(1);
        int points = 1, size = 1;
        for (int d = 0; d < axes; d++) {
            points = Math.multiplyExact(points, grid.size(d + 1));
            size = Math.multiplyExact(size, x.size(d + 2));
        }
        var places = grid.reshape(n, points, axes);
        var at = new Tensor[axes]; // [n, places] of each axis of the image, counted in elements
        for (int d = 0; d < axes; d++) at[d] = elements(places.select(2, axes - 1 - d), x.size(d + 2));
        var image = x.reshape(n, c, size);
        var y = switch (mode) {
            case NEAREST -> nearest(image, at);
            case BICUBIC -> bicubic(image, at);
            default -> linear(image, at);
        };
        var shape = Shape.of(n, c);
        for (int d = 0; d < axes; d++) shape = shape.insert(d + 2, grid.size(d + 1));
        return y.reshape(shape);
    }

    /** From -1 .. 1 to 0 .. size - 1; places outside as the padding has them, unless the mode is bicubic. */
    private Tensor elements(Tensor g, int size) {
        var i = corners
                ? g.add(1).div(2).mul(size - 1)
                : g.add(1).mul(size).sub(1).div(2);
        if (mode == InterpolateMode.BICUBIC) return i;
        return switch (padding) {
            case ZEROS -> i;
            case BORDER -> clipped(i, size);
            case REFLECTION -> clipped(reflected(i, size), size);
        };
    }

    /** Between 0 and the last element; without a gradient where it was not already, or stands at an end. */
    private static Tensor clipped(Tensor i, int size) {
        var value = i.detach();
        var inside = value.gt(0).logicalAnd(value.lt(size - 1));
        return i.where(inside, value.where(value.gt(0), 0).clampMax(size - 1));
    }

    private Tensor reflected(Tensor i, int size) {
        double low = corners ? 0 : -0.5, span = corners ? size - 1 : size;
        if (span == 0) return i.mul(0);
        var away = i.sub(low);
        away = away.where(away.detach().ge(0), away.neg());
        var flips = away.detach().div(span).floor();
        var rest = away.sub(flips.mul(span));
        return rest.where(flips.remainder(2).eq(0), rest.neg().add(span)).add(low);
    }

    private Tensor nearest(Tensor image, Tensor[] at) {
        var whole = new Tensor[at.length];
        for (int d = 0; d < at.length; d++) whole[d] = at[d].detach().round();
        return taken(image, whole, at[0].mul(0).add(1)); // the grid has a gradient, which is 0
    }

    private Tensor linear(Tensor image, Tensor[] at) {
        Tensor sum = null;
        for (int corner = 0; corner < 1 << at.length; corner++) {
            var whole = new Tensor[at.length];
            Tensor weight = null;
            for (int d = 0; d < at.length; d++) {
                boolean next = (corner >> d & 1) == 1;
                var below = at[d].detach().floor();
                whole[d] = next ? below.add(1) : below;
                var w = next ? at[d].sub(below) : at[d].neg().add(below).add(1);
                weight = weight == null ? w : weight.mul(w);
            }
            sum = plus(sum, taken(image, whole, java.util.Objects.requireNonNull(weight)));
        }
        return java.util.Objects.requireNonNull(sum);
    }

    private Tensor bicubic(Tensor image, Tensor[] at) {
        var below = new Tensor[] {at[0].detach().floor(), at[1].detach().floor()};
        var rows = cubic(at[0].sub(below[0]));
        var columns = cubic(at[1].sub(below[1]));
        Tensor sum = null;
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++) {
                var whole =
                        new Tensor[] {bounded(below[0].add(i - 1), x.size(2)), bounded(below[1].add(j - 1), x.size(3))};
                sum = plus(sum, taken(image, whole, rows[i].mul(columns[j])));
            }
        return java.util.Objects.requireNonNull(sum);
    }

    private Tensor bounded(Tensor whole, int size) {
        return switch (padding) {
            case ZEROS -> whole;
            case BORDER -> whole.clamp(0, size - 1);
            case REFLECTION -> reflected(whole, size).clamp(0, size - 1);
        };
    }

    /** The weights of two elements on each side. Source: Keys, Cubic convolution interpolation, with a = -0.75. */
    private static Tensor[] cubic(Tensor t) {
        var rest = t.neg().add(1);
        return new Tensor[] {outer(t.add(1)), inner(t), inner(rest), outer(rest.add(1))};
    }

    private static Tensor inner(Tensor x) {
        return x.mul(1.25).sub(2.25).mul(x).mul(x).add(1);
    }

    private static Tensor outer(Tensor x) {
        return x.mul(-0.75).add(3.75).mul(x).sub(6).mul(x).add(3);
    }

    /** The weighted elements [n, c, places] at whole places; 0 outside. */
    private Tensor taken(Tensor image, Tensor[] whole, Tensor weight) {
        Tensor number = null, inside = null;
        for (int d = 0; d < whole.length; d++) {
            int size = x.size(d + 2);
            var in = whole[d].ge(0).logicalAnd(whole[d].le(size - 1));
            var i = whole[d].where(in, 0).toLong();
            inside = inside == null ? in : inside.logicalAnd(in);
            number = number == null ? i : number.mul(size).add(i);
        }
        int n = x.size(0), c = x.size(1), places = weight.size(1);
        var index = java.util.Objects.requireNonNull(number).unsqueeze(1).expand(Shape.of(n, c, places));
        return image.gather(2, index)
                .mul(weight.where(java.util.Objects.requireNonNull(inside), 0).unsqueeze(1));
    }

    private static Tensor plus(@org.jspecify.annotations.Nullable Tensor sum, Tensor part) {
        return sum == null ? part : sum.add(part);
    }
}
