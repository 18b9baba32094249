package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.indexing;

import flambeau.args.Arg;
import flambeau.args.Indexing;
import flambeau.array.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of lists of tensors: joining, stacking, meshes; and the entries of an index. */
abstract sealed class Combining extends NumberFirst permits Contracting {
    Combining() {}

    /** The tensors one behind the other along a dimension that they have. */
    public static Tensor cat(List<Tensor> tensors, int along) {
        return Joining.cat(tensors, along);
    }

    /**
     * The tensors one behind the other along a dimension that they have.
     *
     * @param args dim (0)
     */
    @SafeVarargs
    public static Tensor cat(List<Tensor> tensors, Arg<? super Takes.Along>... args) {
        return Joining.cat(tensors, Splitting.along("cat", args, 0));
    }

    /** Like {@link #cat(List, int)}. */
    public static Tensor concat(List<Tensor> tensors, int along) {
        return Joining.cat(tensors, along);
    }

    /** Like {@link #cat(List, Arg...)}. */
    @SafeVarargs
    public static Tensor concat(List<Tensor> tensors, Arg<? super Takes.Along>... args) {
        return cat(tensors, args);
    }

    /** Like {@link #cat(List, int)}. */
    public static Tensor concatenate(List<Tensor> tensors, int along) {
        return Joining.cat(tensors, along);
    }

    /** Like {@link #cat(List, Arg...)}. */
    @SafeVarargs
    public static Tensor concatenate(List<Tensor> tensors, Arg<? super Takes.Along>... args) {
        return cat(tensors, args);
    }

    /** The tensors, all of one shape, along a new dimension. */
    public static Tensor stack(List<Tensor> tensors, int along) {
        return Joining.stack(tensors, along);
    }

    /**
     * The tensors, all of one shape, along a new dimension.
     *
     * @param args dim (0)
     */
    @SafeVarargs
    public static Tensor stack(List<Tensor> tensors, Arg<? super Takes.Along>... args) {
        return Joining.stack(tensors, Splitting.along("stack", args, 0));
    }

    /** The tensors side by side: along dimension 1, vectors along dimension 0. */
    public static Tensor hstack(List<Tensor> tensors) {
        Check.that(!tensors.isEmpty(), "hstack: takes at least one tensor");
        var all = atleast1d(tensors);
        return Joining.cat(all, all.getFirst().dim() == 1 ? 0 : 1);
    }

    /** The tensors one below the other; a vector is a row. */
    public static Tensor vstack(List<Tensor> tensors) {
        Check.that(!tensors.isEmpty(), "vstack: takes at least one tensor");
        return Joining.cat(atleast2d(tensors), 0);
    }

    /** Like {@link #vstack}. */
    public static Tensor rowStack(List<Tensor> tensors) {
        return vstack(tensors);
    }

    /** The tensors behind one another along dimension 2. */
    public static Tensor dstack(List<Tensor> tensors) {
        Check.that(!tensors.isEmpty(), "dstack: takes at least one tensor");
        return Joining.cat(atleast3d(tensors), 2);
    }

    /** The tensors side by side; a vector is a column. */
    public static Tensor columnStack(List<Tensor> tensors) {
        Check.that(!tensors.isEmpty(), "columnStack: takes at least one tensor");
        return hstack(tensors.stream()
                .map(x -> x.dim() > 1 ? x : x.reshape((int) x.numel(), 1))
                .toList());
    }

    /** The matrices along the diagonal of a larger one; a vector is a row. */
    public static Tensor blockDiag(List<Tensor> tensors) {
        return Joining.blockDiag(tensors);
    }

    /** The tensors, each with at least 1 dimension. */
    public static List<Tensor> atleast1d(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::atleast1d).toList();
    }

    /** The tensors, each with at least 2 dimensions. */
    public static List<Tensor> atleast2d(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::atleast2d).toList();
    }

    /** The tensors, each with at least 3 dimensions. */
    public static List<Tensor> atleast3d(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::atleast3d).toList();
    }

    /** The shape to which all broadcast. */
    public static Shape broadcastShapes(Shape... shapes) {
        var all = Shape.SCALAR;
        for (var shape : shapes) all = Shape.broadcast("broadcastShapes", all, shape);
        return all;
    }

    /** The tensors, each expanded to the shape to which all broadcast. */
    public static List<Tensor> broadcastTensors(List<Tensor> tensors) {
        var shape = Shape.SCALAR;
        for (var x : tensors) shape = Shape.broadcast("broadcastTensors", shape, x.shape());
        var target = shape;
        return tensors.stream().map(x -> x.expand(target)).toList();
    }

    /**
     * The coordinates of a mesh: tensor i repeated along all dimensions but one.
     *
     * @param tensors of one dimension at most
     * @param args indexing (IJ): with XY the first two dimensions of the mesh are swapped
     */
    @SafeVarargs
    public static List<Tensor> meshgrid(List<Tensor> tensors, Arg<? super Takes.Meshgrid>... args) {
        return Joining.meshgrid(tensors, given(args, indexing(Indexing.IJ)));
    }

    /** All tuples with an element of each vector: a row for each; of one vector that itself. */
    public static Tensor cartesianProd(List<Tensor> tensors) {
        for (var x : tensors) Check.that(x.dim() == 1, "cartesianProd: takes vectors, got %s", x.shape());
        Check.that(!tensors.isEmpty(), "cartesianProd: takes at least one tensor");
        if (tensors.size() == 1) return tensors.getFirst();
        return Joining.stack(
                Joining.meshgrid(tensors, Indexing.IJ).stream()
                        .map(Tensor::flatten)
                        .toList(),
                1);
    }

    /** The indices of the elements that are not 0, one tensor a dimension: PyTorch's {@code where} of one argument. */
    public static List<Tensor> where(Tensor condition) {
        return condition.nonzero(true);
    }

    /** One place of a dimension, for {@link Tensor#get(Index...)}. */
    public static Index at(int index) {
        return new Index.At(index);
    }

    /** Places of a dimension (int64, int32) or a mask (bool, uint8): a tensor is an entry of an index itself. */
    public static Index at(Tensor index) {
        return index;
    }

    /** A new dimension: of size 1 for true, of size 0 for false. */
    public static Index at(boolean index) {
        return new Index.Truth(index);
    }

    /** The places from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop) {
        return new Index.Slice(start, stop, 1);
    }

    /** Every {@code step}-th place from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop, int step) {
        return new Index.Slice(start, stop, step);
    }

    /** Like {@link #slice(int, int, int)}; null stands for the beginning, the end and 1, as in Python. */
    public static Index slice(@Nullable Integer start, @Nullable Integer stop, @Nullable Integer step) {
        return new Index.Slice(
                start == null ? 0 : start, stop == null ? Integer.MAX_VALUE : stop, step == null ? 1 : step);
    }

    /** The places from {@code start} on: Python's {@code start:}. */
    public static Index sliceFrom(int start) {
        return new Index.Slice(start, Integer.MAX_VALUE, 1);
    }

    /** The places before {@code stop}: Python's {@code :stop}. */
    public static Index sliceTo(int stop) {
        return new Index.Slice(0, stop, 1);
    }

    /** Every {@code step}-th place: Python's {@code ::step}. */
    public static Index every(int step) {
        return new Index.Slice(0, Integer.MAX_VALUE, step);
    }

    /** All places of a dimension. */
    public static Index all() {
        return new Index.Slice(0, Integer.MAX_VALUE, 1);
    }

    /** All places of as many dimensions as the index does not name. */
    public static Index ellipsis() {
        return new Index.Ellipsis();
    }

    /** A new dimension of size 1. */
    public static Index newAxis() {
        return new Index.NewAxis();
    }
}
