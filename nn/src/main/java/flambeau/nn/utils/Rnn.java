package flambeau.nn.utils;

import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.descending;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.enforceSorted;
import static flambeau.args.Args.given;
import static flambeau.args.Args.paddingSide;
import static flambeau.args.Args.paddingValue;

import flambeau.args.Arg;
import flambeau.args.BatchFirst;
import flambeau.args.EnforceSorted;
import flambeau.args.PaddingSide;
import flambeau.args.PaddingValue;
import flambeau.args.TotalLength;
import flambeau.array.DType;
import flambeau.functional.PackedSequence;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of several lengths: padded to one length in a tensor, or packed without padding.
 *
 * <p>Source: {@code torch.nn.utils.rnn}.
 *
 * {@snippet :
 * var packed = Rnn.packSequence(List.of(randn(5, 10), randn(3, 10)));
 * var y = new GRU(10, 20).apply(packed);
 * var padded = Rnn.padPackedSequence(y.output(), batchFirst(true));
 * }
 */
public final class Rnn {
    /** Packing: enforceSorted. */
    public interface Pack extends EnforceSorted.Taker {}

    /** Packing of padded sequences: batchFirst, enforceSorted. */
    public interface PackPadded extends BatchFirst.Taker, Pack {}

    /** Padding: batchFirst, paddingValue, paddingSide. */
    public interface Pad extends BatchFirst.Taker, PaddingValue.Taker, PaddingSide.Taker {}

    /** Padding of packed sequences: batchFirst, paddingValue, totalLength. */
    public interface PadPacked extends BatchFirst.Taker, PaddingValue.Taker, TotalLength.Taker {}

    /** The opposite of padding: batchFirst. */
    public interface Unpad extends BatchFirst.Taker {}

    /**
     * Sequences as a tensor, and how long they are.
     *
     * @param padded [steps, n, ..], or [n, steps, ..]
     * @param lengths [n], int64
     */
    public record PaddedLengths(Tensor padded, Tensor lengths) {}

    private Rnn() {}

    /**
     * Packs padded sequences.
     *
     * @param input [steps, n, ..], or [n, steps, ..] if batchFirst
     * @param lengths [n], integers from 1 to steps
     * @param args batchFirst (false), enforceSorted (true: the longest sequence must be the first, and so on)
     * @throws IllegalArgumentException if a length is out of range, or they grow although enforceSorted
     */
    @SafeVarargs
    public static PackedSequence packPaddedSequence(Tensor input, Tensor lengths, Arg<? super PackPadded>... args) {
        if (lengths.dim() != 1)
            throw refusal(
                    "packPaddedSequence: lengths must be [n], got %s",
                    lengths.shape().text());
        return pack(
                input, lengths.to(DType.INT64), given(args, batchFirst(false)).value(), args);
    }

    /** Like {@link #packPaddedSequence(Tensor, Tensor, Arg...)} with lengths as an array. */
    @SafeVarargs
    public static PackedSequence packPaddedSequence(Tensor input, long[] lengths, Arg<? super PackPadded>... args) {
        return packPaddedSequence(input, Tensors.tensor(lengths), args);
    }

    private static PackedSequence pack(Tensor input, Tensor lengths, boolean batchFirst, Arg<?>[] args) {
        if (input.dim() < 2)
            throw refusal(
                    "packPaddedSequence: input needs at least 2 dimensions, got %s",
                    input.shape().text());
        Tensor x = batchFirst ? input.transpose(0, 1) : input, order = null, sorted = lengths;
        int steps = x.size(0), n = x.size(1);
        if (lengths.size(0) != n)
            throw refusal(
                    "packPaddedSequence: input %s has %s sequences, got %s lengths",
                    input.shape().text(), n, lengths.size(0));
        if (!given(args, enforceSorted(true)).value()) {
            var found = lengths.sort(descending(true));
            sorted = found.values();
            order = found.indices();
            x = x.indexSelect(1, order);
        }
        var sizes = sizes(sorted.toLongArray(), steps);
        var parts = new ArrayList<Tensor>();
        for (int t = 0; t < sizes.length; t++) parts.add(x.select(0, t).narrow(0, 0, (int) sizes[t]));
        return new PackedSequence(Tensors.cat(parts, 0), Tensors.tensor(sizes), order, null);
    }

    /** How many sequences reach each step. */
    private static long[] sizes(long[] lengths, int steps) {
        if (lengths.length == 0) throw refusal("packPaddedSequence: there are no sequences");
        long before = steps;
        for (long length : lengths) {
            if (length < 1) throw refusal("packPaddedSequence: lengths must be positive, got %s", length);
            if (length > steps)
                throw refusal("packPaddedSequence: a length must not exceed the %s steps, got %s", steps, length);
            if (length > before)
                throw refusal(
                        "packPaddedSequence: lengths must not grow unless enforceSorted(false), got %s behind %s",
                        length, before);
            before = length;
        }
        var sizes = new long[(int) lengths[0]];
        for (long length : lengths) for (int t = 0; t < length; t++) sizes[t]++;
        return sizes;
    }

    /**
     * Packs sequences.
     *
     * @param sequences each [length, ..]
     * @param args enforceSorted (true: the longest sequence must be the first, and so on)
     * @throws IllegalArgumentException if there are none, one is empty, they differ in more than their lengths, or lengths grow
     *     although enforceSorted
     */
    @SafeVarargs
    public static PackedSequence packSequence(List<? extends Tensor> sequences, Arg<? super Pack>... args) {
        var padded = padSequence(sequences);
        return pack(padded, lengths(sequences), false, args);
    }

    private static Tensor lengths(List<? extends Tensor> sequences) {
        return Tensors.tensor(sequences.stream().mapToLong(x -> x.size(0)).toArray());
    }

    /**
     * The sequences of a PackedSequence in their own order, padded to the longest.
     *
     * @param args batchFirst (false), paddingValue (0), totalLength (the longest length)
     * @return [steps, n, ..], or [n, steps, ..] if batchFirst, and the lengths
     * @throws IllegalArgumentException if totalLength is less than the longest length
     */
    @SafeVarargs
    public static PaddedLengths padPackedSequence(PackedSequence sequence, Arg<? super PadPacked>... args) {
        boolean batchFirst = given(args, batchFirst(false)).value();
        double value = given(args, paddingValue(0)).value();
        var sizes = sequence.batchSizes().toLongArray();
        if (sizes.length == 0) throw refusal("padPackedSequence: there are no sequences");
        var total = given(args, TotalLength.class);
        int steps = total == null ? sizes.length : total.value(), n = (int) sizes[0];
        if (steps < sizes.length)
            throw refusal(
                    "padPackedSequence: totalLength must be at least the longest length, %s, got %s",
                    sizes.length, steps);
        var rows = new ArrayList<Tensor>();
        int at = 0;
        for (long size : sizes) {
            rows.add(filled(sequence.data().narrow(0, at, (int) size), n, value, true));
            at += (int) size;
        }
        var padded = filled(Tensors.stack(rows, 0), steps, value, true);
        return unsorted(sequence, batchFirst ? padded.transpose(0, 1) : padded, batchFirst ? 0 : 1, lengths(sizes));
    }

    private static PaddedLengths unsorted(PackedSequence sequence, Tensor padded, int along, Tensor lengths) {
        var order = sequence.unsortedIndices();
        if (order == null) return new PaddedLengths(padded, lengths);
        return new PaddedLengths(padded.indexSelect(along, order), lengths.indexSelect(0, order));
    }

    private static Tensor lengths(long[] sizes) {
        var lengths = new long[(int) sizes[0]];
        for (long size : sizes) for (int i = 0; i < size; i++) lengths[i]++;
        return Tensors.tensor(lengths);
    }

    /** {@code x} with {@code value} in further places of its first dimension, {@code n} in all. */
    private static Tensor filled(Tensor x, int n, double value, boolean behind) {
        int missing = n - x.size(0);
        if (missing == 0) return x;
        var rest = Tensors.full(x.shape().with(0, missing), value, dtype(x.dtype()));
        return Tensors.cat(behind ? List.of(x, rest) : List.of(rest, x), 0);
    }

    /**
     * Sequences side by side, the shorter ones padded, in the dtype of the first.
     *
     * <p>Unlike PyTorch, sequences whose elements have other shapes are refused, not broadcast.
     *
     * @param sequences each [length, ..]
     * @param args batchFirst (false), paddingValue (0), paddingSide (RIGHT)
     * @return [steps, n, ..], or [n, steps, ..] if batchFirst
     * @throws IllegalArgumentException if there are none, or they differ in more than their lengths
     */
    @SafeVarargs
    public static Tensor padSequence(List<? extends Tensor> sequences, Arg<? super Pad>... args) {
        if (sequences.isEmpty()) throw refusal("padSequence: there are no sequences");
        boolean batchFirst = given(args, batchFirst(false)).value();
        double value = given(args, paddingValue(0)).value();
        boolean behind = given(args, paddingSide(PaddingSide.RIGHT)) == PaddingSide.RIGHT;
        var first = sequences.getFirst();
        int steps = 0;
        for (var x : sequences) {
            if (x.dim() == 0) throw refusal("padSequence: a sequence needs at least 1 dimension");
            if (x.dim() != first.dim()
                    || !x.shape().with(0, 0).equals(first.shape().with(0, 0)))
                throw refusal(
                        "padSequence: sequences must differ in their lengths only, got %s and %s",
                        first.shape().text(), x.shape().text());
            steps = Math.max(steps, x.size(0));
        }
        var padded = new ArrayList<Tensor>();
        for (var x : sequences) padded.add(filled(x.to(first.dtype()), steps, value, behind));
        return Tensors.stack(padded, batchFirst ? 0 : 1);
    }

    /** Like {@link #padSequence(List, Arg...)} of the entries of a tensor. */
    @SafeVarargs
    public static Tensor padSequence(Tensor sequences, Arg<? super Pad>... args) {
        return padSequence(sequences.unbind(), args);
    }

    /**
     * The opposite of {@link #padSequence}.
     *
     * <p>Unlike PyTorch, {@code paddedSequences} remains as it is.
     *
     * @param paddedSequences [steps, n, ..], or [n, steps, ..] if batchFirst
     * @param lengths [n], integers
     * @param args batchFirst (false)
     * @return each [length, ..]
     * @throws IllegalArgumentException if there is not one length a sequence
     */
    @SafeVarargs
    public static List<Tensor> unpadSequence(Tensor paddedSequences, Tensor lengths, Arg<? super Unpad>... args) {
        boolean batchFirst = given(args, batchFirst(false)).value();
        if (paddedSequences.dim() < 2)
            throw refusal(
                    "unpadSequence: the sequences need at least 2 dimensions, got %s",
                    paddedSequences.shape().text());
        var x = batchFirst ? paddedSequences : paddedSequences.transpose(0, 1);
        if (lengths.dim() != 1 || lengths.size(0) != x.size(0))
            throw refusal(
                    "unpadSequence: %s has %s sequences, lengths is %s",
                    paddedSequences.shape().text(), x.size(0), lengths.shape().text());
        var all = new ArrayList<Tensor>();
        var each = lengths.to(DType.INT64).toLongArray();
        for (int i = 0; i < each.length; i++)
            all.add(x.select(0, i)
                    .narrow(0, 0, Math.clamp(each[i], 0, x.size(1)))
                    .clone());
        return all;
    }

    private static IllegalArgumentException refusal(String message, @Nullable Object... values) {
        return new IllegalArgumentException(message.formatted(values));
    }
}
