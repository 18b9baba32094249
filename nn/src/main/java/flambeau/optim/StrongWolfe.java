package flambeau.optim;

import flambeau.tensor.Tensor;
import java.util.function.DoubleFunction;

/**
 * A line search: it ends where the loss has fallen by a share of what its slope promised, and the slope is much flatter than at
 * the start. Source: Nocedal and Wright 2006, "Numerical Optimization", algorithms 3.5 and 3.6, with cubic interpolation.
 */
final class StrongWolfe {
    /** A point of the line. */
    record Point(double t, double loss, Tensor grad, double slope) {}

    private static final double ENOUGH = 1e-4; // of the promised fall
    private static final double FLAT = 0.9; // of the first slope
    private static final double SMALLEST_CHANGE = 1e-9;

    private final DoubleFunction<Point> line;
    private final Point start;
    private final double length; // the largest element of the direction
    private final int most;
    private int iterations;
    private int evaluations;
    private boolean found;

    /**
     * @param most the number of iterations after which the best point so far must do
     */
    StrongWolfe(DoubleFunction<Point> line, Point start, double length, int most) {
        this.line = line;
        this.start = start;
        this.length = length;
        this.most = most;
    }

    /** How often the loss was computed. */
    int evaluations() {
        return evaluations;
    }

    /** The point found, from a first guess. */
    Point from(double t) {
        var bracket = bracket(t);
        return found ? bracket[0] : zoom(bracket);
    }

    private Point at(double t) {
        evaluations++;
        return line.apply(t);
    }

    /** Two points with one that will do between them, or that one alone. */
    private Point[] bracket(double t) {
        var previous = start;
        var now = at(t);
        for (; iterations < most; iterations++) {
            if (fallsTooLittle(now) || iterations > 1 && now.loss >= previous.loss) return new Point[] {previous, now};
            if (isFlat(now)) {
                found = true;
                return new Point[] {now};
            }
            if (now.slope >= 0) return new Point[] {previous, now};
            double next = lowest(previous, now, now.t + 0.01 * (now.t - previous.t), now.t * 10);
            previous = now;
            now = at(next);
        }
        return new Point[] {start, now};
    }

    private Point zoom(Point[] bracket) {
        int low = bracket[0].loss <= bracket[1].loss ? 0 : 1;
        boolean stuck = false;
        while (!found && iterations < most && Math.abs(bracket[1].t - bracket[0].t) * length >= SMALLEST_CHANGE) {
            double min = Math.min(bracket[0].t, bracket[1].t), max = Math.max(bracket[0].t, bracket[1].t);
            double t = lowest(bracket[0], bracket[1], min, max), margin = 0.1 * (max - min);
            boolean near = Math.min(max - t, t - min) < margin;
            if (near && (stuck || t >= max || t <= min)) { // twice at a border: away from it
                t = Math.abs(t - max) < Math.abs(t - min) ? max - margin : min + margin;
                stuck = false;
            } else stuck = near;
            var now = at(t);
            iterations++;
            if (fallsTooLittle(now) || now.loss >= bracket[low].loss) {
                bracket[1 - low] = now;
                low = bracket[0].loss <= bracket[1].loss ? 0 : 1;
                continue;
            }
            found = isFlat(now);
            if (!found && now.slope * (bracket[1 - low].t - bracket[low].t) >= 0) bracket[1 - low] = bracket[low];
            bracket[low] = now;
        }
        return bracket[low];
    }

    private boolean fallsTooLittle(Point p) {
        return p.loss > start.loss + ENOUGH * p.t * start.slope;
    }

    private boolean isFlat(Point p) {
        return Math.abs(p.slope) <= -FLAT * start.slope;
    }

    /** Where the cubic through both points with their slopes is lowest, within the bounds. */
    private static double lowest(Point a, Point b, double min, double max) {
        double d = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.t - b.t);
        double square = d * d - a.slope * b.slope;
        if (!(square >= 0)) return (min + max) / 2;
        var first = a.t <= b.t ? a : b;
        var last = a.t <= b.t ? b : a;
        double root = Math.sqrt(square);
        double t = last.t - (last.t - first.t) * ((last.slope + root - d) / (last.slope - first.slope + 2 * root));
        return Math.min(Math.max(t, min), max);
    }
}
