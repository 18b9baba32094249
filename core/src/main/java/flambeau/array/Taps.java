package flambeau.array;

import java.util.Arrays;

/**
 * Which elements of a line make up each element of another line: {@code y[o] = sum w[k] x[place[k]]} over all k from
 * {@code first[o]} to {@code first[o + 1]}, exclusive. No k: the element is 0.
 *
 * @param inputs the length of the line x
 * @param first [outputs + 1]
 * @param place for each k, below {@code inputs}
 * @param weight for each k
 */
public record Taps(int inputs, int[] first, int[] place, double[] weight) {
    /** The length of the line y. */
    public int outputs() {
        return first.length - 1;
    }

    /** The taps of the gradient: each element of x goes to all that were made of it. */
    public Taps transposed() {
        int n = place.length;
        var begins = new int[inputs + 1];
        for (int p : place) begins[p + 1]++;
        for (int i = 0; i < inputs; i++) begins[i + 1] += begins[i];
        var next = Arrays.copyOf(begins, inputs);
        var outputs = new int[n];
        var weights = new double[n];
        for (int o = 0; o < outputs(); o++)
            for (int k = first[o]; k < first[o + 1]; k++) {
                int to = next[place[k]]++;
                outputs[to] = o;
                weights[to] = weight[k];
            }
        return new Taps(outputs(), begins, outputs, weights);
    }
}
