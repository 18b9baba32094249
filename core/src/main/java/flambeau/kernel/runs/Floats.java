package flambeau.kernel.runs;

import static flambeau.memory.Native.ALL;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Single elements and stretches of float32, int32 and bool at addresses. */
public final class Floats {
    /** The bytes of an element. */
    public static final int BYTES = 4;

    private Floats() {}

    /** The element at {@code address}. */
    public static float get(long address) {
        return ALL.get(ValueLayout.JAVA_FLOAT, address);
    }

    /** Writes the element at {@code address}. */
    public static void set(long address, float value) {
        ALL.set(ValueLayout.JAVA_FLOAT, address, value);
    }

    /** Reads {@code n} elements into a tile. */
    public static void load(long from, float[] tile, int at, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_FLOAT, from, tile, at, n);
    }

    /** Reads the bits of {@code n} elements into a tile. */
    public static void load(long from, int[] tile, int at, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_INT, from, tile, at, n);
    }

    /** Reads {@code n} bytes into a tile. */
    public static void load(long from, byte[] tile, int at, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, from, tile, at, n);
    }

    /** Writes {@code n} elements of a tile. */
    public static void store(float[] tile, int at, long to, int n) {
        MemorySegment.copy(tile, at, ALL, ValueLayout.JAVA_FLOAT, to, n);
    }

    /** Writes the bits of {@code n} elements of a tile. */
    public static void store(int[] tile, int at, long to, int n) {
        MemorySegment.copy(tile, at, ALL, ValueLayout.JAVA_INT, to, n);
    }

    /** Writes {@code n} bytes of a tile. */
    public static void store(byte[] tile, int at, long to, int n) {
        MemorySegment.copy(tile, at, ALL, ValueLayout.JAVA_BYTE, to, n);
    }

    /** Copies {@code bytes} bytes, which may overlap. */
    public static void copy(long from, long to, long bytes) {
        MemorySegment.copy(ALL, from, ALL, to, bytes);
    }
}
