package flambeau.functional;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.tensor.Recurrences.Cell;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Recurrent networks, and their cells. */
abstract sealed class Recurrent extends Lookups permits Attention {
    Recurrent() {}

    /**
     * Layers of {@code h' = tanh(x Wih^T + bih + h Whh^T + bhh)}.
     *
     * @param x [steps, n, in], [n, steps, in] if batchFirst, or [steps, in] for one sequence
     * @param h [layers directions, n, hidden], [layers directions, hidden] for one sequence; null for zeros
     * @param weights for each layer and direction Wih [hidden, in], Whh [hidden, hidden] and, with a bias, bih and bhh [hidden]
     * @param args numLayers (1), bias (true), batchFirst (false), dropout (0), training (false), bidirectional (false),
     *     generator (the default one)
     * @return the output, as x with hidden directions in place of in, and the last states, as h
     * @throws IllegalArgumentException if shapes or dtypes do not agree, or there are no steps
     */
    @SafeVarargs
    public static RecurrentOutput<Tensor> rnnTanh(
            Tensor x, @Nullable Tensor h, List<? extends Tensor> weights, Arg<? super Takes.Recurrent>... args) {
        return padded("rnnTanh", Cell.TANH, x, h, weights, args);
    }

    /** Like {@link #rnnTanh(Tensor, Tensor, List, Arg...)} on packed sequences. */
    @SafeVarargs
    public static RecurrentOutput<PackedSequence> rnnTanh(
            PackedSequence x,
            @Nullable Tensor h,
            List<? extends Tensor> weights,
            Arg<? super Takes.Recurrent>... args) {
        return packed("rnnTanh", Cell.TANH, x, h, weights, args);
    }

    /** Like {@link #rnnTanh(Tensor, Tensor, List, Arg...)} with max(., 0) for tanh. */
    @SafeVarargs
    public static RecurrentOutput<Tensor> rnnRelu(
            Tensor x, @Nullable Tensor h, List<? extends Tensor> weights, Arg<? super Takes.Recurrent>... args) {
        return padded("rnnRelu", Cell.RELU, x, h, weights, args);
    }

    /** Like {@link #rnnRelu(Tensor, Tensor, List, Arg...)} on packed sequences. */
    @SafeVarargs
    public static RecurrentOutput<PackedSequence> rnnRelu(
            PackedSequence x,
            @Nullable Tensor h,
            List<? extends Tensor> weights,
            Arg<? super Takes.Recurrent>... args) {
        return packed("rnnRelu", Cell.RELU, x, h, weights, args);
    }

    /**
     * Layers of gated recurrent units; see {@link #gruCell}. The weights have 3 hidden rows. Arguments, options and result as in
     * {@link #rnnTanh(Tensor, Tensor, List, Arg...)}.
     */
    @SafeVarargs
    public static RecurrentOutput<Tensor> gru(
            Tensor x, @Nullable Tensor h, List<? extends Tensor> weights, Arg<? super Takes.Recurrent>... args) {
        return padded("gru", Cell.GRU, x, h, weights, args);
    }

    /** Like {@link #gru(Tensor, Tensor, List, Arg...)} on packed sequences. */
    @SafeVarargs
    public static RecurrentOutput<PackedSequence> gru(
            PackedSequence x,
            @Nullable Tensor h,
            List<? extends Tensor> weights,
            Arg<? super Takes.Recurrent>... args) {
        return packed("gru", Cell.GRU, x, h, weights, args);
    }

    private static RecurrentOutput<Tensor> padded(
            String op, Cell cell, Tensor x, @Nullable Tensor h, List<? extends Tensor> weights, Arg<?>[] args) {
        var y = new RecurrentStack(op, cell, weights, args).run(x, h, null, isBatchFirst(args));
        return new RecurrentOutput<>(y.output(), y.h());
    }

    private static RecurrentOutput<PackedSequence> packed(
            String op, Cell cell, PackedSequence x, @Nullable Tensor h, List<? extends Tensor> weights, Arg<?>[] args) {
        var y = new RecurrentStack(op, cell, weights, args).run(x, h, null);
        return new RecurrentOutput<>(x.with(y.output()), y.h());
    }

    private static boolean isBatchFirst(Arg<?>[] args) {
        return given(args, batchFirst(false)).value();
    }

    /**
     * Layers of long short-term memory; see {@link #lstmCell}. The weights have 4 hidden rows; a last one, [out, hidden], for
     * each layer and direction projects the hidden states to out. Arguments, options and result as in
     * {@link #rnnTanh(Tensor, Tensor, List, Arg...)}.
     *
     * @param state h [layers directions, n, out] and c [layers directions, n, hidden]; null for zeros
     */
    @SafeVarargs
    public static LSTMOutput<Tensor> lstm(
            Tensor x, @Nullable LSTMState state, List<? extends Tensor> weights, Arg<? super Takes.Recurrent>... args) {
        var y = new RecurrentStack("lstm", Cell.LSTM, weights, args).run(x, h(state), c(state), isBatchFirst(args));
        return new LSTMOutput<>(y.output(), new LSTMState(y.h(), Objects.requireNonNull(y.c())));
    }

    /** Like {@link #lstm(Tensor, LSTMState, List, Arg...)} on packed sequences. */
    @SafeVarargs
    public static LSTMOutput<PackedSequence> lstm(
            PackedSequence x,
            @Nullable LSTMState state,
            List<? extends Tensor> weights,
            Arg<? super Takes.Recurrent>... args) {
        var y = new RecurrentStack("lstm", Cell.LSTM, weights, args).run(x, h(state), c(state));
        return new LSTMOutput<>(x.with(y.output()), new LSTMState(y.h(), Objects.requireNonNull(y.c())));
    }

    private static @Nullable Tensor h(@Nullable LSTMState state) {
        return state == null ? null : state.h();
    }

    private static @Nullable Tensor c(@Nullable LSTMState state) {
        return state == null ? null : state.c();
    }

    /**
     * {@code tanh(x Wih^T + bih + h Whh^T + bhh)}.
     *
     * @param x [n, in] or [in]
     * @param h [n, hidden] or [hidden]; null for zeros
     * @param weightIh [hidden, in]
     * @param weightHh [hidden, hidden]
     * @param biasIh [hidden], or null
     * @param biasHh [hidden], null if biasIh is
     * @return [n, hidden] or [hidden]
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public static Tensor rnnTanhCell(
            Tensor x,
            @Nullable Tensor h,
            Tensor weightIh,
            Tensor weightHh,
            @Nullable Tensor biasIh,
            @Nullable Tensor biasHh) {
        return RecurrentCell.run("rnnTanhCell", Cell.TANH, x, h, null, weightIh, weightHh, biasIh, biasHh)
                .h();
    }

    /** Like {@link #rnnTanhCell} with max(., 0) for tanh. */
    public static Tensor rnnReluCell(
            Tensor x,
            @Nullable Tensor h,
            Tensor weightIh,
            Tensor weightHh,
            @Nullable Tensor biasIh,
            @Nullable Tensor biasHh) {
        return RecurrentCell.run("rnnReluCell", Cell.RELU, x, h, null, weightIh, weightHh, biasIh, biasHh)
                .h();
    }

    /**
     * A gated recurrent unit: {@code r, z} are sigmoids and {@code m} the tanh of the thirds of {@code x Wih^T + bih + h Whh^T +
     * bhh}, the part of h in m being multiplied by r; {@code h' = (1 - z) m + z h}.
     *
     * <p>Source: Cho et al., Learning phrase representations using RNN encoder-decoder.
     *
     * @param x [n, in] or [in]
     * @param h [n, hidden] or [hidden]; null for zeros
     * @param weightIh [3 hidden, in]
     * @param weightHh [3 hidden, hidden]
     * @param biasIh [3 hidden], or null
     * @param biasHh [3 hidden], null if biasIh is
     * @return [n, hidden] or [hidden]
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public static Tensor gruCell(
            Tensor x,
            @Nullable Tensor h,
            Tensor weightIh,
            Tensor weightHh,
            @Nullable Tensor biasIh,
            @Nullable Tensor biasHh) {
        return RecurrentCell.run("gruCell", Cell.GRU, x, h, null, weightIh, weightHh, biasIh, biasHh)
                .h();
    }

    /**
     * Long short-term memory: {@code i, f, o} are sigmoids and {@code g} the tanh of the quarters i, f, g, o of {@code x Wih^T +
     * bih + h Whh^T + bhh}; {@code c' = f c + i g}, {@code h' = o tanh(c')}.
     *
     * <p>Source: Hochreiter and Schmidhuber, Long short-term memory.
     *
     * @param x [n, in] or [in]
     * @param state h and c, both [n, hidden] or [hidden]; null for zeros
     * @param weightIh [4 hidden, in]
     * @param weightHh [4 hidden, hidden]
     * @param biasIh [4 hidden], or null
     * @param biasHh [4 hidden], null if biasIh is
     * @return h' and c'
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    public static LSTMState lstmCell(
            Tensor x,
            @Nullable LSTMState state,
            Tensor weightIh,
            Tensor weightHh,
            @Nullable Tensor biasIh,
            @Nullable Tensor biasHh) {
        var y = RecurrentCell.run("lstmCell", Cell.LSTM, x, h(state), c(state), weightIh, weightHh, biasIh, biasHh);
        return new LSTMState(y.h(), Objects.requireNonNull(y.c()));
    }
}
