package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that has tensors, validated for tensors of one shape. Each names places of a group of dimensions: integers those of
 * one, a mask those of as many as it has. The tensors are broadcast together; their dimensions stand where the groups stood if
 * these are neighbours, else in front.
 *
 * @param shape of the tensor that is indexed
 * @param groups in the order of their dimensions
 * @param named the shape to which their places are broadcast
 * @param at where its dimensions stand in the result
 * @param result the shape of what is read or written
 */
record Advanced(Shape shape, List<Group> groups, Shape named, int at, Shape result) {
    /** Places, counted in row-major order, of the dimensions from {@code first} on. */
    record Group(int first, int dims, Tensor places) {}

    /** For a tensor of {@code shape}; null entries, and those that are not there, stand for all places. */
    static Advanced of(String op, Shape shape, List<? extends @Nullable Tensor> indices) {
        var groups = new ArrayList<Group>();
        int d = 0;
        for (var index : indices) {
            int dims = index == null || !isMask(index) ? 1 : index.dim();
            if (d + Math.max(dims, 1) > shape.rank())
                throw new IndexOutOfBoundsException("%s: too many indices for a tensor of %d dimensions (shape %s)"
                        .formatted(op, shape.rank(), shape.text()));
            if (index != null) groups.add(isMask(index) ? mask(op, shape, d, index) : integers(op, d, index));
            d += dims;
        }
        Check.that(!groups.isEmpty(), "%s: needs at least one tensor", op);
        return joined(op, shape, groups);
    }

    private static Advanced joined(String op, Shape shape, List<Group> groups) {
        var named = groups.getFirst().places.shape();
        boolean neighbours = true;
        for (int g = 1; g < groups.size(); g++) {
            named = Shape.broadcast(op, named, groups.get(g).places.shape());
            var before = groups.get(g - 1);
            neighbours &= before.first + before.dims == groups.get(g).first;
        }
        int at = neighbours ? groups.getFirst().first : 0;
        var result = shape;
        for (int g = groups.size() - 1; g >= 0; g--)
            for (int i = groups.get(g).dims - 1; i >= 0; i--) result = result.without(groups.get(g).first + i);
        for (int i = 0; i < named.rank(); i++) result = result.insert(at + i, named.get(i));
        var checked = new ArrayList<Group>();
        for (var group : groups) checked.add(checked(op, shape, group, result));
        return new Advanced(shape, List.copyOf(checked), named, at, result);
    }

    /** Where nothing is read PyTorch does not look at the places, unless their dimension has none. */
    private static Group checked(String op, Shape shape, Group group, Shape result) {
        int size = group.dims == 1 ? shape.get(group.first) : 0;
        if (group.dims != 1 || result.count() == 0 && size > 0) return group;
        return new Group(group.first, 1, Places.wrapped(op, group.places, size, group.first));
    }

    static boolean isMask(Tensor index) {
        return index.dtype() == DType.BOOL || index.dtype() == DType.UINT8;
    }

    private static Group integers(String op, int d, Tensor index) {
        Check.that(
                index.dtype() == DType.INT64 || index.dtype() == DType.INT32,
                "%s: a tensor in an index must be int64, int32, uint8 or bool, got %s",
                op,
                index.dtype());
        return new Group(d, 1, index.unrecorded().plain(DType.INT64));
    }

    private static Group mask(String op, Shape shape, int d, Tensor mask) {
        for (int i = 0; i < mask.dim(); i++)
            if (mask.size(i) != shape.get(d + i))
                throw new IndexOutOfBoundsException("%s: the mask %s does not fit dimension %d of the tensor %s"
                        .formatted(op, mask.shape().text(), d + i, shape.text()));
        return new Group(d, mask.dim(), Places.trues(mask.unrecorded().plain(DType.BOOL)));
    }

    /** What is indexed, in {@code x}. */
    Tensor read(Tensor x) {
        var y = Array.empty(result, x.dtype());
        if (y.count() == 0) return new Tensor(y);
        var in = x.array();
        var steps = steps(in.layout());
        Kernels.gather(lines(in), steps.step, steps.places.array(), y);
        return new Tensor(y);
    }

    /** Writes {@code x}, broadcast, to what is indexed in {@code y}, or joins it. */
    void write(Fold fold, Array x, Array y) {
        if (result.count() == 0) return;
        var steps = steps(y.layout());
        Kernels.scatter(fold, x.as(x.layout().broadcast(result)), steps.places.array(), steps.step, lines(y));
    }

    private record Steps(Tensor places, long step) {}

    /** How far from the beginning of a line each element lies, in the shape of the result. */
    private Steps steps(Layout layout) {
        if (groups.size() == 1) {
            var group = groups.getFirst();
            int last = group.first + group.dims - 1;
            boolean even = true; // whether the group's dimensions can be seen as one
            for (int d = group.first; d < last; d++)
                even &= layout.stride(d) == layout.stride(d + 1) * shape.get(d + 1);
            if (even && group.dims > 0) return new Steps(spread(group.places), layout.stride(last));
        }
        Tensor sum = null;
        for (var group : groups) {
            var sizes = new int[group.dims];
            var strides = new long[group.dims];
            for (int i = 0; i < group.dims; i++) {
                sizes[i] = shape.get(group.first + i);
                strides[i] = layout.stride(group.first + i);
            }
            var offsets = group.dims == 1
                    ? group.places.mul(strides[0])
                    : Places.offsets(group.places, new Layout(Shape.of(sizes), strides, 0));
            sum = sum == null ? offsets : sum.add(offsets);
        }
        return new Steps(spread(java.util.Objects.requireNonNull(sum)), 1);
    }

    /** Places in the shape of the result, standing still along the dimensions that are not named. */
    private Tensor spread(Tensor places) {
        var wide = places.expand(named);
        var strides = new long[result.rank()];
        for (int i = 0; i < named.rank(); i++)
            strides[at + i] = wide.raw().layout().stride(i);
        return new Tensor(
                wide.raw().as(new Layout(result, strides, wide.raw().layout().offset())));
    }

    /** The lines along the groups, standing still along the dimensions that these name. */
    private Array lines(Array a) {
        var grouped = new boolean[shape.rank()];
        for (var group : groups) for (int i = 0; i < group.dims; i++) grouped[group.first + i] = true;
        var strides = new long[result.rank()];
        int to = 0;
        for (int d = 0; d < grouped.length; d++) {
            if (grouped[d]) continue;
            if (to == at) to += named.rank();
            strides[to++] = a.layout().stride(d);
        }
        return a.as(new Layout(result, strides, a.layout().offset()));
    }

    /** The elements that are indexed. */
    Tensor get(Tensor x) {
        return Op.of("Index", read(x))
                .wrt(x, dy -> put(Tensors.filled(shape, 0, dy.dtype()), dy, true))
                .result();
    }

    /** A copy of {@code x} with {@code values} where is indexed. */
    private Tensor put(Tensor x, Tensor values, boolean add) {
        return edit(values, add).copy(x);
    }

    /** Writes {@code values}, broadcast, or adds them. */
    Edit edit(Tensor values, boolean add) {
        return Edit.of(
                "IndexPut",
                0,
                y -> write(add ? Fold.ADD : Fold.SET, values.array(), y),
                dy -> add ? dy : put(dy, new Tensor(Compute.scalar(0, dy.dtype())), false),
                values,
                this::get);
    }
}
