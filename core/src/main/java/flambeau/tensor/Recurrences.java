package flambeau.tensor;

import flambeau.autograd.Op;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recurrent layers, one direction of one layer at a time. What users call is {@code F.lstm}.
 *
 * <p>The part of the input is one product of matrices for all steps; a step has one product for the state, and one pass for
 * all gates. Gradients of weights are again one product for all steps. A backward pass that is recorded goes through the same
 * steps written in operations of tensors.
 */
public final class Recurrences {
    private Recurrences() {}

    /** What a step computes. */
    public enum Cell {
        /** {@code tanh(x W + h U)}. */
        TANH(1),
        /** {@code max(x W + h U, 0)}. */
        RELU(1),
        /** Long short-term memory. */
        LSTM(4),
        /** Gated recurrent unit. */
        GRU(3);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        /** The rows of its weights, as multiples of the size of the hidden state. */
        public int gates() {
            return gates;
        }
    }

    /**
     * What a direction of a layer reads.
     *
     * @param x [rows, in], the steps one below the other
     * @param h [n, out], the first hidden states
     * @param c [n, hidden], the first cells of an LSTM, else null
     * @param weightIh [gates hidden, in]
     * @param weightHh [gates hidden, out]
     * @param biasIh [gates hidden], or null
     * @param biasHh [gates hidden], null if biasIh is
     * @param weightHr [out, hidden], the projection of an LSTM, or null
     */
    public record Inputs(
            Tensor x,
            Tensor h,
            @Nullable Tensor c,
            Tensor weightIh,
            Tensor weightHh,
            @Nullable Tensor biasIh,
            @Nullable Tensor biasHh,
            @Nullable Tensor weightHr) {
        List<@Nullable Tensor> list() {
            return Arrays.<@Nullable Tensor>asList(x, h, c, weightIh, weightHh, biasIh, biasHh, weightHr);
        }

        static Inputs of(List<@Nullable Tensor> all) {
            return new Inputs(
                    required(all.get(0)),
                    required(all.get(1)),
                    all.get(2),
                    required(all.get(3)),
                    required(all.get(4)),
                    all.get(5),
                    all.get(6),
                    all.get(7));
        }

        private static Tensor required(@Nullable Tensor x) {
            return Objects.requireNonNull(x);
        }
    }

    /**
     * What a direction of a layer makes.
     *
     * @param output [rows, out], the hidden states after all steps
     * @param h [n, out], the last hidden states
     * @param c [n, hidden], the last cells of an LSTM, else null
     */
    public record Result(Tensor output, Tensor h, @Nullable Tensor c) {}

    /**
     * Runs over all steps. All shapes agree.
     *
     * @param sizes the sequences at each step, never more than at the step before
     * @param reverse whether from the last step to the first
     */
    public static Result run(Cell cell, int[] sizes, boolean reverse, Inputs in) {
        var steps = new Steps(sizes.clone(), reverse);
        var run = switch (cell) {
            case TANH, RELU -> new PlainRecurrence(steps, in, cell == Cell.RELU);
            case LSTM -> new LSTMRecurrence(steps, in);
            case GRU -> new GRURecurrence(steps, in);
        };
        var results = run.forward();
        Op.several(cell == Cell.LSTM ? "Lstm" : cell == Cell.GRU ? "Gru" : "Rnn", in.list(), results, run);
        return new Result(results.get(0), results.get(1), results.size() > 2 ? results.get(2) : null);
    }
}
