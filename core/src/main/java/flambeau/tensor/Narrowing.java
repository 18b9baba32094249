package flambeau.tensor;

import flambeau.array.DType;
import flambeau.autograd.Op;

/** Parts of a dimension, as views. */
abstract sealed class Narrowing extends Views permits Flattening {
    Narrowing() {}

    /** {@code length} places of a dimension from {@code start}; a negative start counts from the end. */
    public Tensor narrow(int along, int start, int length) {
        return narrow("Slice", along, start, length);
    }

    /** Like {@link #narrow(int, int, int)}, {@code start} being a tensor of one integer without dimensions. */
    public Tensor narrow(int along, Tensor start, int length) {
        Check.that(
                start.dim() == 0 && start.dtype().category() == DType.Category.INTEGER,
                "narrow: the start must be an integer without dimensions, got %s",
                start.describe());
        return narrow(along, Math.toIntExact(start.item().longValue()), length);
    }

    /** A copy of {@link #narrow(int, int, int)}. */
    public Tensor narrowCopy(int along, int start, int length) {
        var part = self().unrecorded().narrow("Slice", along, start, length);
        var shape = self().shape();
        int d = shape.dim("narrowCopy", along), n = shape.get(d), from = start < 0 ? start + n : start;
        return Op.of("NarrowCopy", part.clone())
                .wrt(self(), dy -> embed("Slice", dy, shape, layout -> layout.slice(d, from, length, 1)))
                .result();
    }

    Tensor narrow(String node, int along, int start, int length) {
        int d = self().shape().dim("narrow", along);
        int n = self().dim() == 0 ? 0 : self().size(d);
        Check.that(self().dim() > 0, "narrow: a tensor without dimensions has no part");
        int from = start < 0 ? start + n : start;
        if (from < 0 || length < 0 || length > n - from)
            throw new IndexOutOfBoundsException(
                    "narrow: start %d and length %d must lie in a dimension of size %d".formatted(start, length, n));
        return part(node, layout -> layout.slice(d, from, length, 1));
    }

    /** Place {@code index} of a dimension, which goes; negative ones count from the end. */
    public Tensor select(int along, int index) {
        int d = self().shape().dim("select", along);
        Check.that(self().dim() > 0, "select: a tensor without dimensions has no part");
        int i = Places.resolve("select", index, self().size(d), d);
        return part("Select", layout -> layout.select(d, i));
    }
}
