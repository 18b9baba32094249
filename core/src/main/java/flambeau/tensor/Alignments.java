package flambeau.tensor;

import flambeau.args.Args;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Parallel;
import java.util.Arrays;

/**
 * How likely a short sequence of labels is, given the probabilities of each label at more times than there are labels. What
 * users call is {@code F.ctcLoss}. Source: Graves et al., Connectionist temporal classification.
 */
public final class Alignments {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private Alignments() {}

    /**
     * The negative log likelihood of each sequence.
     *
     * @param logP [times, n, classes], floating
     * @param targets the labels of all sequences, one sequence behind the other
     * @param times how many times of each sequence count
     * @param lengths how many labels each sequence has
     * @param blank the class that stands for no label
     * @param zeroInfinity whether a sequence without an alignment has the loss and the gradient 0
     * @return [n]
     */
    public static Tensor losses(
            Tensor logP, int[][] targets, int[] times, int[] lengths, int blank, boolean zeroInfinity) {
        int n = logP.size(1), classes = logP.size(2);
        var p = logP.detach().contiguous().toDoubleArray();
        var loss = new double[n];
        var gradient = new double[p.length];
        Parallel.forRange(n, 1, (low, high) -> {
            for (int i = (int) low; i < high; i++) {
                var labels = spread(Arrays.copyOf(targets[i], lengths[i]), blank);
                var one = new Lattice(p, i, n, classes, times[i], labels);
                loss[i] = one.loss();
                if (Double.isInfinite(loss[i]) && zeroInfinity) loss[i] = 0;
                else one.gradient(gradient, loss[i]);
            }
        });
        var y = Tensors.tensor((Object) loss, Args.dtype(logP.dtype()));
        return Op.of("CtcLoss", y)
                .wrt(logP, dy -> {
                    Check.state(!GradMode.isEnabled(), "ctcLoss: has no second derivative");
                    var d = Tensors.tensor((Object) gradient, Args.dtype(DType.FLOAT64))
                            .reshape(logP.shape());
                    return d.to(dy.dtype()).mul(dy.reshape(Shape.of(1, n, 1)));
                })
                .result();
    }

    /** Blanks before, between and behind the labels. */
    private static int[] spread(int[] labels, int blank) {
        var all = new int[2 * labels.length + 1];
        Arrays.fill(all, blank);
        for (int i = 0; i < labels.length; i++) all[2 * i + 1] = labels[i];
        return all;
    }

    /** The alignments of one sequence: a path moves from state to state of the spread labels, one step a time. */
    private record Lattice(double[] p, int i, int n, int classes, int times, int[] labels) {
        private double logP(int time, int state) {
            return p[(time * n + i) * classes + labels[state]];
        }

        private boolean skips(int state) {
            return state >= 2 && labels[state] != labels[state - 2];
        }

        /** {@code [time][state]}: the log probability of all beginnings that end there. */
        private double[][] forward() {
            int states = labels.length;
            var a = new double[times][states];
            for (var row : a) Arrays.fill(row, NEVER);
            if (times == 0) return a;
            a[0][0] = logP(0, 0);
            if (states > 1) a[0][1] = logP(0, 1);
            for (int t = 1; t < times; t++)
                for (int s = 0; s < states; s++) {
                    double before = s > 0 ? a[t - 1][s - 1] : NEVER, jump = skips(s) ? a[t - 1][s - 2] : NEVER;
                    a[t][s] = sum(a[t - 1][s], before, jump) + logP(t, s);
                }
            return a;
        }

        /** {@code [time][state]}: the log probability of all endings that begin there, that of the place included. */
        private double[][] backward() {
            int states = labels.length;
            var b = new double[times][states];
            for (var row : b) Arrays.fill(row, NEVER);
            b[times - 1][states - 1] = logP(times - 1, states - 1);
            if (states > 1) b[times - 1][states - 2] = logP(times - 1, states - 2);
            for (int t = times - 2; t >= 0; t--)
                for (int s = 0; s < states; s++) {
                    double after = s + 1 < states ? b[t + 1][s + 1] : NEVER;
                    double jump = s + 2 < states && skips(s + 2) ? b[t + 1][s + 2] : NEVER;
                    b[t][s] = sum(b[t + 1][s], after, jump) + logP(t, s);
                }
            return b;
        }

        double loss() {
            int states = labels.length;
            if (times == 0) return states == 1 ? 0 : Double.POSITIVE_INFINITY;
            var last = forward()[times - 1];
            return -sum(last[states - 1], states > 1 ? last[states - 2] : NEVER, NEVER);
        }

        /**
         * That of a softmax before the log probabilities, as PyTorch gives it: {@code e^logP} less the share of the paths
         * through each class.
         */
        void gradient(double[] dp, double loss) {
            if (times == 0) return;
            double[][] a = forward(), b = backward();
            for (int t = 0; t < times; t++) {
                int row = (t * n + i) * classes;
                var through = new double[classes];
                Arrays.fill(through, NEVER);
                for (int s = 0; s < labels.length; s++)
                    through[labels[s]] = sum(through[labels[s]], a[t][s] + b[t][s], NEVER);
                for (int c = 0; c < classes; c++)
                    dp[row + c] = Math.exp(p[row + c]) - Math.exp(through[c] - p[row + c] + loss);
            }
        }

        private static double sum(double a, double b, double c) {
            double largest = Math.max(a, Math.max(b, c));
            if (largest == NEVER) return NEVER;
            return largest + Math.log(Math.exp(a - largest) + Math.exp(b - largest) + Math.exp(c - largest));
        }
    }
}
