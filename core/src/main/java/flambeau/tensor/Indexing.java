package flambeau.tensor;

import static flambeau.args.Args.accumulate;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Parts of a tensor by position. */
abstract sealed class Indexing extends Deriving permits Products {
    Indexing() {}

    /**
     * The part that the index names: Python's {@code x[..]}. A view, unless there are tensors in the index; then a copy.
     *
     * @param index places, slices, tensors of places, masks; dimensions behind those that it names are taken whole
     * @throws IndexOutOfBoundsException if a place does not exist, or a mask does not fit
     */
    public Tensor get(Index... index) {
        var found = parsed("get", index);
        var part = found.basic.length == 0 && !found.tensors.isEmpty() ? self() : view("get", found.basic);
        return found.tensors.isEmpty()
                ? part
                : Advanced.of("get", part.shape(), found.tensors).get(part);
    }

    /** These places of the first dimensions, as a view: Python's {@code x[i, j]}. */
    public Tensor get(int index, int... more) {
        var all = new Index[more.length + 1];
        all[0] = Tensors.at(index);
        for (int i = 0; i < more.length; i++) all[i + 1] = Tensors.at(more[i]);
        return view("get", all);
    }

    /**
     * Writes {@code value}, broadcast, into the part that the index names: Python's {@code x[..] = value}.
     *
     * @throws IndexOutOfBoundsException if the index names a place that is not there; nothing is written
     */
    public Tensor set(Index[] index, Tensor value) {
        var found = parsed("set", index);
        var part = found.basic.length == 0 ? self() : view("set", found.basic);
        var source = value;
        while (source.dim() > 0 && source.size(0) == 1) source = source.squeeze(0);
        if (found.tensors.isEmpty()) part.copy_(source);
        else part.putIndexed("set", found.tensors, source);
        return self();
    }

    /** Writes a number into the part that the index names: Python's {@code x[..] = value}. */
    public Tensor set(Index[] index, Number value) {
        var found = parsed("set", index);
        var part = found.basic.length == 0 ? self() : view("set", found.basic);
        if (found.tensors.isEmpty()) part.fill_(value);
        else part.putIndexed("set", found.tensors, new Tensor(Compute.scalar(value, self().dtype())));
        return self();
    }

    /** Python's {@code x[index] = value}. */
    public Tensor set(Index index, Tensor value) {
        return set(new Index[] {index}, value);
    }

    /** Python's {@code x[index] = value}. */
    public Tensor set(Index index, Number value) {
        return set(new Index[] {index}, value);
    }

    /** Python's {@code x[i, j] = value}. */
    public Tensor set(Index i, Index j, Tensor value) {
        return set(new Index[] {i, j}, value);
    }

    /** Python's {@code x[i, j] = value}. */
    public Tensor set(Index i, Index j, Number value) {
        return set(new Index[] {i, j}, value);
    }

    /** Python's {@code x[i, j, k] = value}. */
    public Tensor set(Index i, Index j, Index k, Tensor value) {
        return set(new Index[] {i, j, k}, value);
    }

    /** Python's {@code x[i, j, k] = value}. */
    public Tensor set(Index i, Index j, Index k, Number value) {
        return set(new Index[] {i, j, k}, value);
    }

    /**
     * A copy of this with {@code values} where the tensors of an index say.
     *
     * @param indices one a dimension, or a mask for several; null for all places
     * @param values broadcast, of this dtype
     * @param args accumulate (false): whether they are added
     */
    @SafeVarargs
    public final Tensor indexPut(
            List<? extends @Nullable Tensor> indices, Tensor values, Arg<? super Takes.Put>... args) {
        return indexPutEdit(indices, values, given(args, accumulate(false)).value())
                .copy(self());
    }

    abstract Tensor putIndexed(String op, List<? extends @Nullable Tensor> indices, Tensor values);

    final Edit indexPutEdit(List<? extends @Nullable Tensor> indices, Tensor values, boolean add) {
        var where = Advanced.of("indexPut", self().shape(), indices);
        Check.that(
                values.dtype() == self().dtype(),
                "indexPut: values (%s) and tensor (%s) must have one dtype",
                values.dtype(),
                self().dtype());
        Check.that(
                values.dim() <= where.result().rank()
                        && Shape.broadcast("indexPut", values.shape(), where.result())
                                .equals(where.result()),
                "indexPut: values %s do not broadcast to %s",
                values.shape(),
                where.result());
        return where.edit(values, add);
    }

    /**
     * An index without its tensors.
     *
     * @param basic with all places instead of each tensor; empty if there is nothing else
     * @param tensors one a dimension of what basic names, or a mask for several; null for all places
     */
    private record Parsed(Index[] basic, List<@Nullable Tensor> tensors) {}

    private Parsed parsed(String op, Index[] index) {
        var basic = new ArrayList<Index>();
        var tensors = new ArrayList<@Nullable Tensor>();
        int named = 0, last = 0;
        boolean plain = true;
        for (var entry : index) named += dims(op, entry);
        for (var entry : index) {
            switch (entry) {
                case Index.At at -> basic.add(at);
                case Tensor t
                when t.dim() == 0 && !Advanced.isMask(t) ->
                    basic.add(new Index.At(
                            Math.toIntExact(Places.whole(op, t).item().longValue())));
                case Index.Truth(boolean value) -> add(basic, tensors, value);
                case Tensor t when t.dim() == 0 -> add(basic, tensors, t.isTrue());
                case Tensor t -> {
                    int dims = Advanced.isMask(t) ? t.dim() : 1;
                    for (int i = 0; i < dims; i++) basic.add(Tensors.all());
                    tensors.add(t);
                    last = tensors.size();
                    continue;
                }
                case Index.Ellipsis e -> {
                    basic.add(e);
                    tensors.addAll(Collections.nCopies(Math.max(self().dim() - named, 0), null));
                }
                case Index.Slice slice -> {
                    basic.add(slice);
                    tensors.add(null);
                }
                case Index.NewAxis axis -> {
                    basic.add(axis);
                    tensors.add(null);
                }
            }
            if (!tensors.isEmpty() && tensors.getLast() != null) last = tensors.size();
            plain &= entry instanceof Index.Ellipsis || entry instanceof Index.Slice s && s.isAll();
        }
        var kept = new ArrayList<@Nullable Tensor>(tensors.subList(0, last));
        boolean nothing = plain && last > 0 || index.length == 0;
        return new Parsed(nothing ? checked(op, basic) : basic.toArray(Index[]::new), kept);
    }

    /** An index that takes everything: refused like any other, then forgotten. */
    private Index[] checked(String op, List<Index> basic) {
        path(op, basic.toArray(Index[]::new));
        return new Index[0];
    }

    private static void add(List<Index> basic, List<@Nullable Tensor> tensors, boolean value) {
        basic.add(new Index.NewAxis());
        tensors.add(Tensors.filled(Shape.of(value ? 1 : 0), 0, DType.INT64));
    }

    private static int dims(String op, Index entry) {
        return switch (entry) {
            case Index.At _ -> 1;
            case Index.Slice _ -> 1;
            case Tensor t -> {
                boolean mask = Advanced.isMask(t);
                Check.that(
                        mask
                                || t.dtype() == DType.INT64
                                || t.dtype() == DType.INT32
                                || t.dim() == 0 && t.dtype().category() == DType.Category.INTEGER,
                        "%s: a tensor in an index must be int64, int32, uint8 or bool, got %s",
                        op,
                        t.dtype());
                yield mask ? t.dim() : 1;
            }
            case Index.Truth _ -> 0;
            case Index.NewAxis _ -> 0;
            case Index.Ellipsis _ -> 0;
        };
    }

    private Tensor view(String op, Index[] index) {
        return part(node(index), path(op, index));
    }

    /** PyTorch names the last step that does something. */
    private static String node(Index[] index) {
        var name = index.length == 1 && index[0] instanceof Index.Slice ? "Slice" : "Alias";
        for (var entry : index)
            name = switch (entry) {
                case Index.At _ -> "Select";
                case Index.NewAxis _ -> "Unsqueeze";
                case Index.Slice slice when !slice.isAll() -> "Slice";
                default -> name;
            };
        return name;
    }

    /** The layout that an index without tensors names; refuses one that does not fit. */
    private UnaryOperator<Layout> path(String op, Index[] index) {
        int named = 0;
        int ellipses = 0;
        for (var entry : index) {
            if (entry instanceof Index.At || entry instanceof Index.Slice) named++;
            if (entry instanceof Index.Ellipsis) ellipses++;
        }
        Check.that(ellipses <= 1, "%s: only one ellipsis can be given", op);
        if (named > self().dim())
            throw new IndexOutOfBoundsException("%s: %d indices for a tensor of %d dimensions (shape %s)"
                    .formatted(op, named, self().dim(), self().shape().text()));
        int rest = self().dim() - named;
        return layout -> {
            int d = 0, from = 0; // the dimensions of the result and of this
            for (var entry : index) {
                switch (entry) {
                    case Index.At(int i) ->
                        layout = layout.select(
                                d, Places.resolve(op, i, layout.shape().get(d), from++));
                    case Index.Slice slice -> {
                        layout = Places.sliced(op, layout, d++, slice);
                        from++;
                    }
                    case Index.Ellipsis _ -> {
                        d += rest;
                        from += rest;
                    }
                    default -> layout = layout.insert(d++);
                }
            }
            return layout;
        };
    }
}
