package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;

/** Images [n, c, w], [n, c, h, w] or [n, c, d, h, w], all seen with three space axes: missing ones have size 1. */
final class Volume {
    final int n, c, d, h, w;
    final boolean floating;
    private final DType dtype;
    private final long address;
    private final long[] strides;

    Volume(Array a) {
        var layout = a.layout();
        while (layout.shape().rank() < 5) layout = layout.insert(2);
        n = layout.shape().get(0);
        c = layout.shape().get(1);
        d = layout.shape().get(2);
        h = layout.shape().get(3);
        w = layout.shape().get(4);
        dtype = a.dtype();
        floating = dtype.isFloatingPoint();
        address = a.address();
        strides = layout.strides();
    }

    private long at(int i, int j, int z, int y, int x) {
        return address
                + (i * strides[0] + j * strides[1] + z * strides[2] + y * strides[3] + x * strides[4]) * dtype.bytes();
    }

    double get(int i, int j, int z, int y, int x) {
        return Element.getDouble(dtype, at(i, j, z, y, x));
    }

    long getLong(int i, int j, int z, int y, int x) {
        return Element.getLong(dtype, at(i, j, z, y, x));
    }

    void set(int i, int j, int z, int y, int x, double value) {
        Element.setDouble(dtype, at(i, j, z, y, x), value);
    }

    void setLong(int i, int j, int z, int y, int x, long value) {
        Element.setLong(dtype, at(i, j, z, y, x), value);
    }

    /** Whether a place lies inside, and not in the padding. */
    boolean holds(int z, int y, int x) {
        return z >= 0 && z < d && y >= 0 && y < h && x >= 0 && x < w;
    }

    /** The number of a place in its plane, counted in rows. */
    long number(int z, int y, int x) {
        return ((long) z * h + y) * w + x;
    }
}
