package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parts of a tensor along a dimension, as views. */
abstract sealed class Splitting extends Repeating permits Diagonals {
    Splitting() {}

    /** Parts of {@code size} places along a dimension, the last being smaller if need be. */
    public List<Tensor> split(int size, int along) {
        Check.that(self().dim() > 0, "split: a tensor without dimensions has no parts");
        int d = self().shape().dim("split", along), n = self().size(d);
        Check.that(size > 0 || size == 0 && n == 0, "split: the size must be positive, got %d", size);
        var parts = new ArrayList<Tensor>();
        for (long i = 0; i < Math.max(n, 1); i += Math.max(size, 1))
            parts.add(piece("Split", d, (int) i, (int) Math.min(size, n - i)));
        return List.copyOf(parts);
    }

    /**
     * The parts along a dimension.
     *
     * @param args dim (0): along which the parts lie
     */
    @SafeVarargs
    public final List<Tensor> split(int splitSize, Arg<? super Takes.Along>... args) {
        return split(splitSize, along("split", args, 0));
    }

    /** Parts of these sizes, which must add up to the size of the dimension. */
    public List<Tensor> split(int[] sections, int along) {
        return parts("split", sections, along);
    }

    /**
     * The parts along a dimension.
     *
     * @param args dim (0): along which the parts lie
     */
    @SafeVarargs
    public final List<Tensor> split(int[] sections, Arg<? super Takes.Along>... args) {
        return parts("split", sections, along("split", args, 0));
    }

    /** Like {@link #split(int[], int)}. */
    public List<Tensor> splitWithSizes(int[] splitSizes, int along) {
        return parts("splitWithSizes", splitSizes, along);
    }

    /**
     * The parts along a dimension.
     *
     * @param args dim (0): along which the parts lie
     */
    @SafeVarargs
    public final List<Tensor> splitWithSizes(int[] splitSizes, Arg<? super Takes.Along>... args) {
        return parts("splitWithSizes", splitSizes, along("splitWithSizes", args, 0));
    }

    private List<Tensor> parts(String op, int[] sizes, int along) {
        Check.that(self().dim() > 0, "%s: a tensor without dimensions has no parts", op);
        int d = self().shape().dim(op, along);
        long sum = 0;
        for (int size : sizes) {
            Check.that(size >= 0, "%s: a size must not be negative, got %s", op, Arrays.toString(sizes));
            sum += size;
        }
        Check.that(
                sum == self().size(d),
                "%s: the sizes %s must add up to the size %d of dimension %d",
                op,
                Arrays.toString(sizes),
                self().size(d),
                d);
        var parts = new ArrayList<Tensor>();
        int at = 0;
        for (int size : sizes) {
            parts.add(piece("SplitWithSizes", d, at, size));
            at += size;
        }
        return List.copyOf(parts);
    }

    private Tensor piece(String name, int d, int from, int length) {
        return part(name, layout -> layout.slice(d, from, length, 1));
    }

    /** At most {@code chunks} parts of equal size along a dimension, the last being smaller if need be. */
    public List<Tensor> chunk(int chunks, int along) {
        Check.that(self().dim() > 0, "chunk: a tensor without dimensions has no parts");
        Check.that(chunks > 0, "chunk: their number must be positive, got %d", chunks);
        int n = self().size(self().shape().dim("chunk", along));
        if (n > 0) return split(Math.ceilDiv(n, chunks), along);
        return parts("chunk", new int[chunks], along);
    }

    /**
     * The parts along a dimension.
     *
     * @param args dim (0): along which the parts lie
     */
    @SafeVarargs
    public final List<Tensor> chunk(int chunks, Arg<? super Takes.Along>... args) {
        return chunk(chunks, along("chunk", args, 0));
    }

    /** All places of a dimension, which goes. */
    public List<Tensor> unbind(int along) {
        int d = self().shape().dim("unbind", along);
        Check.that(self().dim() > 0, "unbind: a tensor without dimensions has no places");
        int n = self().size(d);
        var parts = new ArrayList<Tensor>(n);
        for (int i = 0; i < n; i++) {
            int place = i;
            parts.add(part("Unbind", layout -> layout.select(d, place)));
        }
        return List.copyOf(parts);
    }

    /**
     * The parts of size 1 along a dimension, without it.
     *
     * @param args dim (0): the dimension that goes
     */
    @SafeVarargs
    public final List<Tensor> unbind(Arg<? super Takes.Along>... args) {
        return unbind(along("unbind", args, 0));
    }

    /**
     * So many parts along a dimension, the first ones being larger by one place if need be.
     *
     * @param args dim (0)
     */
    @SafeVarargs
    public final List<Tensor> tensorSplit(int sections, Arg<? super Takes.Along>... args) {
        return sections("tensorSplit", sections, along("tensorSplit", args, 0));
    }

    /**
     * The parts before, between and behind these places of a dimension.
     *
     * @param args dim (0)
     */
    @SafeVarargs
    public final List<Tensor> tensorSplit(int[] indices, Arg<? super Takes.Along>... args) {
        return between("tensorSplit", indices, along("tensorSplit", args, 0));
    }

    /**
     * Like the others, with the number of parts or the places as a tensor (int64) of at most one dimension.
     *
     * @param args dim (0)
     */
    @SafeVarargs
    public final List<Tensor> tensorSplit(Tensor tensorIndicesOrSections, Arg<? super Takes.Along>... args) {
        var given = Places.int64("tensorSplit", tensorIndicesOrSections);
        Check.that(given.dim() <= 1, "tensorSplit: takes at most 1 dimension of places, got %s", given.shape());
        int d = along("tensorSplit", args, 0);
        if (given.dim() == 0) return sections("tensorSplit", given.item().intValue(), d);
        return between("tensorSplit", given.toIntArray(), d);
    }

    private List<Tensor> sections(String op, int sections, int along) {
        Check.that(self().dim() > 0, "%s: a tensor without dimensions has no parts", op);
        Check.that(sections > 0, "%s: the number of parts must be positive, got %d", op, sections);
        int n = self().size(self().shape().dim(op, along));
        var ends = new int[sections - 1];
        for (int i = 0, at = 0; i < ends.length; i++) ends[i] = at += n / sections + (i < n % sections ? 1 : 0);
        return between(op, ends, along);
    }

    private List<Tensor> between(String op, int[] indices, int along) {
        Check.that(self().dim() > 0, "%s: a tensor without dimensions has no parts", op);
        int d = self().shape().dim(op, along);
        var parts = new ArrayList<Tensor>();
        int from = 0;
        for (int i = 0; i <= indices.length; i++) {
            var slice = new Index.Slice(from, i == indices.length ? Integer.MAX_VALUE : indices[i], 1);
            parts.add(part("Slice", layout -> Places.sliced(op, layout, d, slice)));
            if (i < indices.length) from = indices[i];
        }
        return List.copyOf(parts);
    }

    /** So many equal parts along dimension 1; of a vector along dimension 0. */
    public List<Tensor> hsplit(int sections) {
        return equal("hsplit", sections, 1, self().dim() == 1 ? 0 : 1);
    }

    /** The parts between these places of dimension 1; of a vector of dimension 0. */
    public List<Tensor> hsplit(int[] indices) {
        checkDims("hsplit", 1);
        return between("hsplit", indices, self().dim() == 1 ? 0 : 1);
    }

    /** So many equal parts along dimension 0. */
    public List<Tensor> vsplit(int sections) {
        return equal("vsplit", sections, 2, 0);
    }

    /** The parts between these places of dimension 0. */
    public List<Tensor> vsplit(int[] indices) {
        checkDims("vsplit", 2);
        return between("vsplit", indices, 0);
    }

    /** So many equal parts along dimension 2. */
    public List<Tensor> dsplit(int sections) {
        return equal("dsplit", sections, 3, 2);
    }

    /** The parts between these places of dimension 2. */
    public List<Tensor> dsplit(int[] indices) {
        checkDims("dsplit", 3);
        return between("dsplit", indices, 2);
    }

    private void checkDims(String op, int least) {
        Check.that(self().dim() >= least, "%s: needs at least %d dimensions, got %s", op, least, self().shape());
    }

    private List<Tensor> equal(String op, int sections, int least, int d) {
        checkDims(op, least);
        Check.that(
                sections > 0 && self().size(d) % sections == 0,
                "%s: dimension %d of size %d has no %d equal parts",
                op,
                d,
                self().size(d),
                sections);
        return sections(op, sections, d);
    }

    /** The dimension that {@code args} name. */
    static int along(String op, Arg<?>[] args, int byDefault) {
        return one(op, given(args, dim(byDefault)).dims());
    }
}
