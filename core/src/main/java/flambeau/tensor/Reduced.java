package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.util.Arrays;

/** Which dimensions of a shape a reduction takes away, and what becomes of shapes thereby. */
final class Reduced {
    private static final int MOST_DIMENSIONS = 64;

    private final Shape shape;
    private final boolean[] marks;
    private final boolean keeps;
    private final boolean all;

    private Reduced(Shape shape, boolean[] marks, boolean keeps, boolean all) {
        this.shape = shape;
        this.marks = marks;
        this.keeps = keeps;
        this.all = all;
    }

    /** By the keywords dim (all) and keepdim (false). */
    static Reduced of(String op, Tensor x, Arg<?>[] args) {
        var named = given(args, Dim.class);
        return of(op, x, given(args, keepdim(false)).value(), named == null ? new int[0] : named.dims());
    }

    /** Of these dimensions; of all if none is named. */
    static Reduced of(String op, Tensor x, boolean keeps, int... dims) {
        Check.that(x.dim() <= MOST_DIMENSIONS, "%s: takes at most %d dimensions, got %d", op, MOST_DIMENSIONS, x.dim());
        var marks = new boolean[x.dim()];
        if (dims.length == 0) Arrays.fill(marks, true);
        var seen = new boolean[Math.max(marks.length, 1)];
        for (int along : dims) {
            int d = x.shape().dim(op, along);
            Check.that(!seen[d], "%s: dimension %d is named twice", op, d);
            seen[d] = true;
            if (marks.length > 0) marks[d] = true;
        }
        return new Reduced(x.shape(), marks, keeps, dims.length == 0);
    }

    /** PyTorch numbers the reduction of all dimensions 0, that of some 1. */
    int variant() {
        return all ? 0 : 1;
    }

    /** Whether no dimension was named. */
    boolean isAll() {
        return all;
    }

    boolean[] marks() {
        return marks;
    }

    /** The dimensions that go. */
    int[] dims() {
        return dims(true);
    }

    /** Those that stay, or those that go. */
    int[] dims(boolean gone) {
        var dims = new int[marks.length];
        int n = 0;
        for (int d = 0; d < marks.length; d++) if (marks[d] == gone) dims[n++] = d;
        return Arrays.copyOf(dims, n);
    }

    /** The number of elements behind one result. */
    double count() {
        double n = 1;
        for (int d = 0; d < marks.length; d++) if (marks[d]) n *= shape.get(d);
        return n;
    }

    /** The shape with size 1 instead of what is reduced. */
    Shape kept() {
        var sizes = shape.sizes();
        for (int d = 0; d < marks.length; d++) if (marks[d]) sizes[d] = 1;
        return Shape.of(sizes);
    }

    /** The shape of the result. */
    Shape result() {
        if (keeps) return kept();
        var sizes = dims(false);
        for (int i = 0; i < sizes.length; i++) sizes[i] = shape.get(sizes[i]);
        return Shape.of(sizes);
    }

    /** {@code y}, contiguous in whatever shape, in that of the result; no view of something that nobody sees. */
    Tensor shaped(Tensor y) {
        return new Tensor(y.raw().as(Layout.contiguous(result())));
    }

    /** {@code dy} with the reduced dimensions back, of size 1. */
    Tensor keep(Tensor dy) {
        return dy.reshape(kept());
    }

    /** {@code dy} repeated along what was reduced. */
    Tensor spread(Tensor dy) {
        return keep(dy).expand(shape);
    }

    /** Refuses to look for an extreme where there is none. */
    void checkSome(String op) {
        Check.that(!all || shape.count() > 0, "%s: an empty tensor has no extreme", op);
        for (int d : dims())
            if (shape.get(d) == 0)
                throw new IllegalArgumentException("%s: dimension %d is empty and has no extreme".formatted(op, d));
    }
}
