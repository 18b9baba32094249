package flambeau.kernel;

import flambeau.array.Window;

/**
 * The places of one axis over which windows stretch: window i over {@code [from[i], to[i])}, all of them inside the image. There
 * may be as many windows as that for each plane [n, c], one plane after the other.
 *
 * @param windows the number of windows along the axis
 * @param from the first place of each window
 * @param to the place after the last one of each window
 * @param counts the number of places by which each window's sum is divided, as far as this axis is concerned
 */
public record Spans(int windows, int[] from, int[] to, int[] counts) {
    private static final Spans STILL = new Spans(1, new int[] {0}, new int[] {1}, new int[] {1});

    /** Windows that together cover an axis of {@code size} places as evenly as they can. */
    public static Spans even(int size, int windows) {
        int[] from = new int[windows], to = new int[windows], counts = new int[windows];
        for (int i = 0; i < windows; i++) {
            from[i] = (int) ((long) i * size / windows);
            to[i] = (int) Math.ceilDiv((i + 1L) * size, windows);
            counts[i] = to[i] - from[i];
        }
        return new Spans(windows, from, to, counts);
    }

    /** What is inside of the windows of one axis of {@code size} places; {@code padding}: whether that counts as well. */
    public static Spans of(Window window, int axis, int size, int windows, boolean padding) {
        int[] from = new int[windows], to = new int[windows], counts = new int[windows];
        for (int i = 0; i < windows; i++) {
            int first = window.input(axis, i, 0),
                    end = Math.min(first + window.kernel()[axis], size + window.padding()[axis]);
            from[i] = Math.clamp(first, 0, size);
            to[i] = Math.clamp(end, from[i], size);
            counts[i] = Math.max(padding ? end - first : to[i] - from[i], 1);
        }
        return new Spans(windows, from, to, counts);
    }

    /** These windows, of which each counts as {@code count} places. */
    public Spans counting(int count) {
        var counts = new int[windows];
        java.util.Arrays.fill(counts, count);
        return new Spans(windows, from, to, counts);
    }

    /** Three axes, those in front having one place and one window. */
    public static Spans[] threeAxes(Spans... spans) {
        var three = new Spans[] {STILL, STILL, STILL};
        System.arraycopy(spans, 0, three, 3 - spans.length, spans.length);
        return three;
    }

    /** Where in from and to window {@code i} of a plane is. */
    public int at(int plane, int i) {
        return from.length == windows ? i : plane * windows + i;
    }
}
