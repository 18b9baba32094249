package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Indexing.Fold;
import flambeau.kernel.Kernels;

/** Copies with other elements where a mask says. */
abstract sealed class Masking extends IndexWriting permits ScatterReducing {
    Masking() {}

    /** {@code value} where {@code mask} (bool) holds, elsewhere this; both are broadcast. */
    public Tensor maskedFill(Tensor mask, Number value) {
        return filled(mask, new Tensor(Compute.scalar(value, self().dtype())), 0);
    }

    /** Like {@link #maskedFill(Tensor, Number)} with a tensor without dimensions, which gets a gradient. */
    public Tensor maskedFill(Tensor mask, Tensor value) {
        return filled(mask, value, 1);
    }

    private Tensor filled(Tensor mask, Tensor value, int variant) {
        checkMask("maskedFill", mask);
        checkScalar("maskedFill", value);
        var shape = Shape.broadcast("maskedFill", self().shape(), mask.shape());
        var y = Array.empty(
                shape.equals(self().shape()) ? self().raw().layout().fresh() : Layout.contiguous(shape),
                self().dtype());
        Kernels.where(mask.array(), value.plain(self().dtype()).array(), self().array(), y);
        return Op.of("MaskedFill", variant, new Tensor(y))
                .wrt(self(), dy -> dy.maskedFill(mask, 0))
                .wrt(value, dy -> dy.where(mask, 0).sum())
                .result();
    }

    /** For a mask that broadcasts to this. */
    final Edit maskedFillEdit(Tensor mask, Tensor value, int variant) {
        checkMask("maskedFill", mask);
        checkScalar("maskedFill", value);
        var x = value.unrecorded().plain(self().dtype());
        return Edit.of(
                "MaskedFill",
                variant,
                y -> Kernels.where(mask.array(), x.array(), y, y),
                dy -> dy.maskedFill(mask, 0),
                value,
                dy -> dy.where(mask, 0).sum());
    }

    private static void checkMask(String op, Tensor mask) {
        Check.that(mask.dtype() == DType.BOOL, "%s: the mask must be a bool tensor, got %s", op, mask.dtype());
    }

    /** This with the elements where {@code mask} (bool) holds replaced by those of {@code source} in their order. */
    public Tensor maskedScatter(Tensor mask, Tensor source) {
        checkMask("maskedScatter", mask);
        var shape = Shape.broadcast("maskedScatter", self().shape(), mask.shape());
        return self().expand(shape).maskedScatterEdit(mask, source).copy(self().expand(shape));
    }

    /** For a mask that broadcasts to this. */
    final Edit maskedScatterEdit(Tensor mask, Tensor source) {
        checkMask("maskedScatter", mask);
        Check.that(
                source.dtype() == self().dtype(),
                "maskedScatter: source (%s) and tensor (%s) must have one dtype",
                source.dtype(),
                self().dtype());
        var wide = mask.unrecorded().expand(self().shape());
        var places = Places.trues(wide);
        int n = Math.toIntExact(places.count());
        Check.that(
                source.count() >= n,
                "maskedScatter: the mask holds at %d places, the source has %d",
                n,
                source.count());
        var from = n == source.count() ? source.reshape(-1) : source.reshape(-1).narrow(0, 0, n);
        return Edit.of(
                "MaskedScatter",
                0,
                y -> putAt(Fold.SET, from.array(), places, y),
                dy -> dy.maskedFill(wide, 0),
                from,
                dy -> dy.maskedSelect(wide));
    }
}
