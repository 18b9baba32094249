package flambeau.kernel;

import flambeau.array.Array;

/**
 * One step of recurrent cells for n sequences, from products of matrices to states. All arrays are contiguous and of one dtype.
 * Every method returns whether this provider has done it.
 */
public interface Gates {
    /**
     * A step of an LSTM: with {@code i, f, g, o = gates + hidden}, {@code c = sigmoid(f) before + sigmoid(i) tanh(g)} and
     * {@code h = sigmoid(o) tanh(c)}.
     *
     * @param gates [n, 4 h], of the input; becomes sigmoid(i), sigmoid(f), tanh(g), sigmoid(o)
     * @param hidden [n, 4 h], of the state before
     * @param before [n, h], c before
     * @param c [n, h], written
     * @param h [n, h], written
     */
    boolean lstm(Array gates, Array hidden, Array before, Array c, Array h);

    /**
     * The gradients of {@link #lstm}.
     *
     * @param dh [n, h], of h
     * @param gates [n, 4 h], as lstm left them
     * @param before [n, h], c before
     * @param c [n, h]
     * @param dc [n, h], of c by later steps; becomes that of before
     * @param dgates [n, 4 h], of {@code gates + hidden}, written
     */
    boolean lstmBackward(Array dh, Array gates, Array before, Array c, Array dc, Array dgates);

    /**
     * A step of a GRU: {@code r, z = sigmoid(gates + hidden)}, {@code m = tanh(gates + r hidden)} in the last third, {@code h =
     * m + z (before - m)}.
     *
     * @param gates [n, 3 h], of the input; becomes r, z, m
     * @param hidden [n, 3 h], of the state before
     * @param before [n, h], h before
     * @param h [n, h], written
     */
    boolean gru(Array gates, Array hidden, Array before, Array h);

    /**
     * The gradients of {@link #gru}.
     *
     * @param dh [n, h], of h; becomes the part of that of before which does not come through hidden
     * @param gates [n, 3 h], as gru left them
     * @param hidden [n, 3 h], of the state before
     * @param before [n, h], h before
     * @param dgates [n, 3 h], of gates, written
     * @param dhidden [n, 3 h], of hidden, written
     */
    boolean gruBackward(Array dh, Array gates, Array hidden, Array before, Array dgates, Array dhidden);
}
