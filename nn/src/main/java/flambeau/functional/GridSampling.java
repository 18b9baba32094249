package flambeau.functional;

import static flambeau.args.Args.alignCorners;
import static flambeau.args.Args.given;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.paddingMode;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.GridPadding;
import flambeau.args.InterpolateMode;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;

/** Images bent by a grid that says where each new element comes from. */
abstract sealed class GridSampling extends Interpolating permits Folding {
    GridSampling() {}

    /**
     * The image at the places of a grid: {@code y[n, c, i, j]} is x at {@code grid[n, i, j] = (x, y)}, where -1 and 1 are the edges
     * of the image, or with alignCorners the middles of its outermost elements.
     *
     * <p>Source: Jaderberg et al., Spatial transformer networks; {@code torch.nn.functional.grid_sample}.
     *
     * {@snippet :
     * var y = gridSample(x, affineGrid(w, x.shape()));
     * }
     *
     * @param x [n, c, h, w] or [n, c, d, h, w], floating
     * @param grid [n, h', w', 2] or [n, d', h', w', 3] of the same dtype: places as (x, y) or (x, y, z)
     * @param args mode (BILINEAR, which is trilinear in volumes): or NEAREST, or BICUBIC for images; paddingMode (ZEROS): or BORDER,
     *     REFLECTION; alignCorners (false)
     * @return [n, c, h', w'] or [n, c, d', h', w']
     * @throws IllegalArgumentException if shapes, dtypes or the mode do not agree
     */
    @SafeVarargs
    public static Tensor gridSample(Tensor x, Tensor grid, Arg<? super Takes.GridSample>... args) {
        var mode = given(args, mode(InterpolateMode.BILINEAR));
        checkGrid(x, grid, mode);
        var sampler = new GridSampler(
                x,
                grid,
                mode,
                given(args, paddingMode(GridPadding.ZEROS)),
                given(args, alignCorners(false)).value());
        return Op.named(x.dim() == 5 ? "GridSampler3D" : "GridSampler2D", sampler.sample());
    }

    private static void checkGrid(Tensor x, Tensor grid, InterpolateMode mode) {
        if (x.dim() != 4 && x.dim() != 5
                || grid.dim() != x.dim()
                || grid.size(0) != x.size(0)
                || grid.size(-1) != x.dim() - 2)
            throw Refusal.of(
                    "gridSample: an input [n, c, h, w] takes a grid [n, h', w', 2], one [n, c, d, h, w] a grid [n, d',"
                            + " h', w', 3], got %s and %s",
                    x.shape().text(), grid.shape().text());
        if (!x.dtype().isFloatingPoint() || x.dtype() != grid.dtype())
            throw Refusal.of(
                    "gridSample: input and grid must have one floating dtype, got %s and %s", x.dtype(), grid.dtype());
        boolean known = mode == InterpolateMode.BILINEAR
                || mode == InterpolateMode.NEAREST
                || mode == InterpolateMode.BICUBIC && x.dim() == 4;
        if (!known)
            throw Refusal.of(
                    "gridSample: mode must be BILINEAR, NEAREST, or for images BICUBIC, got %s for input %s",
                    mode.name(), x.shape().text());
        for (int d = 2; d < x.dim(); d++)
            if (x.size(d) == 0)
                throw Refusal.of(
                        "gridSample: the image must not be empty, got %s",
                        x.shape().text());
    }

    /**
     * The places of the elements of an image after affine maps: {@code theta (x, y, 1)} for each, a grid for {@link #gridSample}.
     *
     * @param theta [n, 2, 3] for images, [n, 3, 4] for volumes, floating
     * @param size [n, c, h, w] or [n, c, d, h, w], without a 0
     * @param args alignCorners (false): whether -1 and 1 are the middles of the outermost elements, and not the edges
     * @return [n, h, w, 2] or [n, d, h, w, 3]
     * @throws IllegalArgumentException if shapes do not agree
     */
    @SafeVarargs
    public static Tensor affineGrid(Tensor theta, Shape size, Arg<? super Takes.AffineGrid>... args) {
        boolean corners = given(args, alignCorners(false)).value();
        int axes = size.rank() - 2;
        if (!theta.dtype().isFloatingPoint())
            throw Refusal.of("affineGrid: theta must be floating, got %s", theta.dtype());
        if (axes != 2 && axes != 3)
            throw Refusal.of("affineGrid: the size must be [n, c, h, w] or [n, c, d, h, w], got %s", size.text());
        if (!theta.shape().equals(Shape.of(size.get(0), axes, axes + 1)))
            throw Refusal.of(
                    "affineGrid: size %s takes theta [%d, %d, %d], got %s",
                    size.text(), size.get(0), axes, axes + 1, theta.shape().text());
        if (size.count() == 0) throw Refusal.of("affineGrid: the size must not have a 0, got %s", size.text());
        var dtype = Args.dtype(theta.dtype());
        var space = size.without(0).without(0);
        var columns = new ArrayList<Tensor>(); // x, y, (z,) 1
        for (int d = axes - 1; d >= 0; d--) {
            int n = space.get(d);
            var line = n == 1 ? Tensors.zeros(Shape.of(1), dtype) : Tensors.linspace(-1, 1, n, dtype);
            if (!corners) line = line.mul((n - 1.0) / n);
            var sizes = new int[axes];
            java.util.Arrays.fill(sizes, 1);
            sizes[d] = n;
            columns.add(line.reshape(sizes).expand(space));
        }
        columns.add(Tensors.ones(space, dtype));
        var base = Tensors.stack(columns, -1).reshape(1, -1, axes + 1);
        var places = base.expand(Shape.of(size.get(0), base.size(1), axes + 1)).bmm(theta.transpose(1, 2));
        return Op.named(
                "AffineGridGenerator",
                places.reshape(space.insert(0, size.get(0)).insert(axes + 1, axes)));
    }
}
