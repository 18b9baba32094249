package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.r;
import static flambeau.args.Args.withReplacement;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.ArrayList;

/** New tensors of this one's dtype, and what is combined of its elements. */
abstract sealed class Deriving extends ScatterReducing permits Indexing {
    Deriving() {}

    /**
     * {@code fillValue} in a shape.
     *
     * @param args dtype (that of this), requiresGrad (false)
     */
    @SafeVarargs
    public final Tensor newFull(Shape size, Number fillValue, Arg<? super Takes.New>... args) {
        return Tensors.wanting(Tensors.filled(size, fillValue, likeThis(args)), args);
    }

    /** Like {@link #newFull(Shape, Number, Arg...)}, with 0 or 1. */
    @SafeVarargs
    public final Tensor newFull(Shape size, boolean fillValue, Arg<? super Takes.New>... args) {
        return newFull(size, fillValue ? 1 : 0, args);
    }

    /** Ones of this dtype. */
    public Tensor newOnes(int... size) {
        return newOnes(Shape.of(size));
    }

    /**
     * Ones.
     *
     * @param args dtype (that of this), requiresGrad (false)
     */
    @SafeVarargs
    public final Tensor newOnes(Shape size, Arg<? super Takes.New>... args) {
        return newFull(size, 1, args);
    }

    /** Zeros of this dtype. */
    public Tensor newZeros(int... size) {
        return newZeros(Shape.of(size));
    }

    /**
     * Zeros.
     *
     * @param args dtype (that of this), requiresGrad (false)
     */
    @SafeVarargs
    public final Tensor newZeros(Shape size, Arg<? super Takes.New>... args) {
        return newFull(size, 0, args);
    }

    /** Any content of this dtype, to be overwritten. */
    public Tensor newEmpty(int... size) {
        return newEmpty(Shape.of(size));
    }

    /**
     * Any content, to be overwritten.
     *
     * @param args dtype (that of this), requiresGrad (false)
     */
    @SafeVarargs
    public final Tensor newEmpty(Shape size, Arg<? super Takes.New>... args) {
        return Tensors.wanting(new Tensor(flambeau.array.Array.empty(size, likeThis(args))), args);
    }

    /**
     * A tensor of {@code data}, as {@link Tensors#tensor(Object, Arg...)} reads it.
     *
     * @param args dtype (that of this), requiresGrad (false)
     */
    @SafeVarargs
    public final Tensor newTensor(Object data, Arg<? super Takes.New>... args) {
        return Tensors.wanting(Tensors.tensor(data).plain(likeThis(args)), args);
    }

    private DType likeThis(Arg<?>[] args) {
        var dtype = given(args, Dtype.class);
        return dtype == null ? self().dtype() : dtype.value();
    }

    /** This with at least 1 dimension. */
    public Tensor atleast1d() {
        return self().dim() == 0 ? reshape(1) : self();
    }

    /** This with at least 2 dimensions: a vector is a row. */
    public Tensor atleast2d() {
        return switch (self().dim()) {
            case 0 -> reshape(1, 1);
            case 1 -> unsqueeze(0);
            default -> self();
        };
    }

    /** This with at least 3 dimensions: a vector is a row of one channel, a matrix has one. */
    public Tensor atleast3d() {
        return switch (self().dim()) {
            case 0 -> reshape(1, 1, 1);
            case 1 -> unsqueeze(0).unsqueeze(-1);
            case 2 -> unsqueeze(-1);
            default -> self();
        };
    }

    /**
     * All combinations of elements of a vector, in its order: a row for each.
     *
     * @param args r (2): how many elements; withReplacement (false)
     */
    @SafeVarargs
    public final Tensor combinations(Arg<? super Takes.Combinations>... args) {
        int k = given(args, r(2)).value();
        boolean again = given(args, withReplacement(false)).value();
        Check.that(self().dim() == 1, "combinations: takes a vector, got %s", self().shape());
        Check.that(k >= 0, "combinations: r must not be negative, got %d", k);
        if (k == 0) return newEmpty(0);
        var rows = new ArrayList<int[]>();
        var row = new int[k];
        for (int i = 0; i < k; i++) row[i] = again ? 0 : i;
        int n = self().size(0);
        boolean more = again ? n > 0 : k <= n;
        while (more) {
            rows.add(row.clone());
            int i = k - 1;
            while (i >= 0 && row[i] == (again ? n - 1 : n - k + i)) i--;
            more = i >= 0;
            if (more) row[i]++;
            for (int j = i + 1; more && j < k; j++) row[j] = again ? row[i] : row[j - 1] + 1;
        }
        var columns = new ArrayList<Tensor>();
        for (int i = 0; i < k; i++) {
            var places = new long[rows.size()];
            for (int j = 0; j < places.length; j++) places[j] = rows.get(j)[i];
            columns.add(indexSelect(0, Tensors.tensor(places)));
        }
        return Joining.stack(columns, 1);
    }
}
