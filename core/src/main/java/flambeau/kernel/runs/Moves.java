package flambeau.kernel.runs;

import static flambeau.memory.Native.ALL;

import java.lang.foreign.ValueLayout;

/** Copies of elements that lie at steps. Steps that are common have loops where they are constants, which takes a quarter of the time. */
public final class Moves {
    private Moves() {}

    /** Copies {@code n} elements of {@code size} bytes; steps are in bytes. */
    public static void copy(int size, long from, long fromStep, long to, long toStep, int n) {
        if (fromStep == size && toStep == size && n > 8) {
            Floats.copy(from, to, (long) n * size);
            return;
        }
        int done = fromStep == -size && toStep == size && size < 8 ? reverse(size, from, to, n) : 0;
        if (done > 0) copyEach(size, from - (long) done * size, fromStep, to + (long) done * size, toStep, n - done);
        else if (fromStep == 2L * size && toStep == size && size >= 4) everyOther(size, from, to, n);
        else if (toStep == 2L * size && fromStep == size && size >= 4) toEveryOther(size, from, to, n);
        else if (fromStep == -8 && toStep == 8 && size == 8) reverse(from, to, n);
        else copyEach(size, from, fromStep, to, toStep, n);
    }

    /** Copies elements of less than eight bytes in reverse order, eight bytes at a time; returns how many. */
    private static int reverse(int size, long from, long to, int n) {
        int some = 8 / size, whole = n / some;
        long last = from + size - 8; // where the word begins that ends with the first element
        for (int i = 0; i < whole; i++) {
            long word = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, last - 8L * i);
            long turned = switch (size) {
                case 1 -> Long.reverseBytes(word);
                case 2 -> word >>> 48 | word >>> 16 & 0xffff0000L | (word & 0xffff0000L) << 16 | word << 48;
                default -> Long.rotateLeft(word, 32);
            };
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 8L * i, turned);
        }
        return whole * some;
    }

    private static void everyOther(int size, long x, long y, int n) {
        if (size == 4)
            for (int i = 0; i < n; i++)
                ALL.set(ValueLayout.JAVA_INT, y + 4L * i, ALL.get(ValueLayout.JAVA_INT, x + 8L * i));
        else
            for (int i = 0; i < n; i++)
                ALL.set(ValueLayout.JAVA_LONG, y + 8L * i, ALL.get(ValueLayout.JAVA_LONG, x + 16L * i));
    }

    private static void toEveryOther(int size, long x, long y, int n) {
        if (size == 4)
            for (int i = 0; i < n; i++)
                ALL.set(ValueLayout.JAVA_INT, y + 8L * i, ALL.get(ValueLayout.JAVA_INT, x + 4L * i));
        else
            for (int i = 0; i < n; i++)
                ALL.set(ValueLayout.JAVA_LONG, y + 16L * i, ALL.get(ValueLayout.JAVA_LONG, x + 8L * i));
    }

    /** Copies elements of eight bytes in reverse order. */
    private static void reverse(long x, long y, int n) {
        for (int i = 0; i < n; i++)
            ALL.set(ValueLayout.JAVA_LONG, y + 8L * i, ALL.get(ValueLayout.JAVA_LONG, x - 8L * i));
    }

    private static void copyEach(int size, long from, long fromStep, long to, long toStep, int n) {
        switch (size) {
            case 1 -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_BYTE,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_BYTE, from + i * fromStep));
            }
            case 2 -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_SHORT,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_SHORT, from + i * fromStep));
            }
            case 4 -> {
                for (int i = 0; i < n; i++)
                    ALL.set(ValueLayout.JAVA_INT, to + i * toStep, ALL.get(ValueLayout.JAVA_INT, from + i * fromStep));
            }
            default -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_LONG,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_LONG, from + i * fromStep));
            }
        }
    }
}
