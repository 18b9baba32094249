package flambeau.functional;

import flambeau.tensor.Tensor;

/**
 * The state of an LSTM, of a cell or of all its layers.
 *
 * @param h the hidden state
 * @param c the cell
 */
public record LSTMState(Tensor h, Tensor c) {}
