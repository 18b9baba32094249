package flambeau.functional;

import flambeau.tensor.Tensor;

/**
 * What a recurrent network makes of sequences.
 *
 * @param <X> what the sequences are: a Tensor, or a PackedSequence
 * @param output the hidden states of the last layer after each step
 * @param hN the last hidden state of each layer
 */
public record RecurrentOutput<X>(X output, Tensor hN) {}
