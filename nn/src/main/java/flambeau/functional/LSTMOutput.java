package flambeau.functional;

import flambeau.tensor.Tensor;

/**
 * What an LSTM makes of sequences.
 *
 * @param <X> what the sequences are: a Tensor, or a PackedSequence
 * @param output the hidden states of the last layer after each step
 * @param state the last state of each layer
 */
public record LSTMOutput<X>(X output, LSTMState state) {
    /** The last hidden state of each layer. */
    public Tensor hN() {
        return state.h();
    }

    /** The last cell of each layer. */
    public Tensor cN() {
        return state.c();
    }
}
