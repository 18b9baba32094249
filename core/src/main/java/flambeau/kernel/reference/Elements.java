package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Shape;

/** The elements of an array, by their number in the row-major order of a shape. */
final class Elements {
    private final DType dtype;
    private final long address;
    private final int[] sizes;
    private final long[] strides;
    private final boolean contiguous;
    final long count;

    private Elements(Array a, Layout layout) {
        dtype = a.dtype();
        address = a.storage().address() + layout.offset() * dtype.bytes();
        sizes = layout.shape().sizes();
        strides = layout.strides();
        contiguous = layout.isContiguous();
        count = layout.shape().count();
    }

    static Elements of(Array a) {
        return new Elements(a, a.layout());
    }

    /** The elements repeated to {@code shape}, to which the array broadcasts. */
    static Elements of(Array a, Shape shape) {
        return new Elements(a, a.layout().broadcast(shape));
    }

    /** The elements under another layout of the same storage. */
    static Elements of(Array a, Layout layout) {
        return new Elements(a, layout);
    }

    boolean isFloating() {
        return dtype.isFloatingPoint();
    }

    /** How far element {@code i} lies from the first, counted in elements. */
    long place(long i) {
        if (contiguous) return i;
        long rest = i, place = 0;
        for (int d = sizes.length - 1; d >= 0; d--) {
            place += rest % sizes[d] * strides[d];
            rest /= sizes[d];
        }
        return place;
    }

    private long at(long i) {
        return address + place(i) * dtype.bytes();
    }

    double getDouble(long i) {
        return Element.getDouble(dtype, at(i));
    }

    long getLong(long i) {
        return Element.getLong(dtype, at(i));
    }

    void setDouble(long i, double value) {
        Element.setDouble(dtype, at(i), value);
    }

    void setLong(long i, long value) {
        Element.setLong(dtype, at(i), value);
    }

    /** Element {@code i} becomes element {@code j} of {@code from}, converted as C does. */
    void set(long i, Elements from, long j) {
        if (from.isFloating()) setDouble(i, from.getDouble(j));
        else setLong(i, from.getLong(j));
    }

    /** The element that lies {@code place} elements from the first, as a double. */
    double doubleAt(long place) {
        return Element.getDouble(dtype, address + place * dtype.bytes());
    }

    /** The element that lies {@code place} elements from the first, as a long. */
    long longAt(long place) {
        return Element.getLong(dtype, address + place * dtype.bytes());
    }

    void setDoubleAt(long place, double value) {
        Element.setDouble(dtype, address + place * dtype.bytes(), value);
    }

    void setLongAt(long place, long value) {
        Element.setLong(dtype, address + place * dtype.bytes(), value);
    }
}
