package flambeau.kernel.tile;

import flambeau.array.DType;

/**
 * A few short tiles by number, and what is done with them, one loop after the other while they are in the first-level cache: the
 * words in which {@link TileUpdate} says the rules of optimisers.
 */
abstract class Registers {
    /** The elements of a tile: eight of double fit the first-level cache. */
    static final int SIZE = 512;

    /** How many tiles there are. */
    static final int COUNT = 8;

    /** How many elements the loops take: those that were loaded, and what makes whole vectors of them. */
    int n;

    /** Those of this thread in which elements of a floating type are computed. */
    static Registers of(DType dtype) {
        return dtype == DType.FLOAT64 ? DoubleRegisters.OWN.get() : FloatRegisters.OWN.get();
    }

    /** Reads {@code count} elements. */
    abstract void load(DType dtype, long from, int x, int count);

    /** Writes {@code count} elements. */
    abstract void store(DType dtype, int x, long to, int count);

    /** {@code y = x}. */
    abstract void copy(int x, int y);

    /** {@code y = |x|}. */
    abstract void abs(int x, int y);

    /** {@code x *= a}. */
    abstract void scale(double a, int x);

    /** {@code x += a}. */
    abstract void add(double a, int x);

    /** {@code y = b y + a x}; {@code b y} is rounded, then all. */
    abstract void linear(double a, int x, double b, int y);

    /** {@code y = b y + a x²}; {@code b y} and {@code a x} are rounded, then all. */
    abstract void square(double a, int x, double b, int y);

    /** {@code y += weight (x - y)}, from the nearer end. */
    abstract void lerp(double weight, int x, int y);

    /** {@code y = √x + a}. */
    abstract void root(int x, double a, int y);

    /** {@code y *= x}. */
    abstract void multiply(int x, int y);

    /** {@code y /= x}. */
    abstract void over(int x, int y);

    /** {@code z += a x / y}. */
    abstract void quotient(double a, int x, int y, int z);

    /** {@code y = max(x, y)}; NaN wins. */
    abstract void max(int x, int y);

    /**
     * {@code z} times plus where {@code g b > 0} and times minus where {@code g b < 0}, within low and high; {@code b = g}, or 0 where
     * {@code g b < 0}; {@code p -= z sign(b)}.
     */
    abstract void signs(int g, int b, double minus, double plus, double low, double high, int z, int p);
}
