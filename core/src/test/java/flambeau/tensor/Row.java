package flambeau.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One line of the op table.
 *
 * @param torch the same operation in PyTorch's words, the inputs being a, b, c ..
 * @param smooth whether finite differences make sense at these inputs
 * @param empties other inputs, without elements
 */
record Row(
        String torch,
        Function<List<Tensor>, Tensor> f,
        List<Sample> inputs,
        boolean differentiable,
        boolean smooth,
        List<List<Sample>> empties,
        List<Refusal> refusals) {

    /** Inputs that the operation refuses, with which exception and text. */
    record Refusal(Class<? extends Exception> type, String message, List<Sample> inputs) {}

    /** A function of three tensors. */
    interface Three {
        Tensor apply(Tensor a, Tensor b, Tensor c);
    }

    static Row one(String torch, UnaryOperator<Tensor> f) {
        return many(torch, x -> f.apply(x.getFirst()));
    }

    static Row two(String torch, BinaryOperator<Tensor> f) {
        return many(torch, x -> f.apply(x.get(0), x.get(1)));
    }

    static Row three(String torch, Three f) {
        return many(torch, x -> f.apply(x.get(0), x.get(1), x.get(2)));
    }

    static Row many(String torch, Function<List<Tensor>, Tensor> f) {
        return new Row(torch, f, List.of(), true, true, List.of(), List.of());
    }

    Row on(Sample... samples) {
        return new Row(torch, f, List.of(samples), differentiable, smooth, empties, refusals);
    }

    /** The result has no gradient. */
    Row flat() {
        return new Row(torch, f, inputs, false, false, empties, refusals);
    }

    /** The inputs lie on a kink: only PyTorch's recorded gradient is compared. */
    Row kink() {
        return new Row(torch, f, inputs, differentiable, false, empties, refusals);
    }

    Row empty(Sample... samples) {
        var more = new ArrayList<>(empties);
        more.add(List.of(samples));
        return new Row(torch, f, inputs, differentiable, smooth, more, refusals);
    }

    Row refuses(String message, Sample... samples) {
        return refuses(IllegalArgumentException.class, message, samples);
    }

    Row refuses(Class<? extends Exception> type, String message, Sample... samples) {
        var more = new ArrayList<>(refusals);
        more.add(new Refusal(type, message, List.of(samples)));
        return new Row(torch, f, inputs, differentiable, smooth, empties, more);
    }

    /** The same operation on each of its empty inputs. */
    List<Row> onEmpty() {
        return empties.stream().map(e -> on(e.toArray(Sample[]::new))).toList();
    }

    /** The inputs, drawn anew from seed 0. */
    List<Tensor> draw() {
        return draw(inputs);
    }

    static List<Tensor> draw(List<Sample> samples) {
        Tensors.manualSeed(0);
        return samples.stream().map(Sample::make).toList();
    }

    /** The line by which record_ops.py knows this row, and its result. */
    String key() {
        return torch + "\t" + inputs.stream().map(Sample::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return torch + " on "
                + inputs.stream()
                        .map(s -> s.kind() + Arrays.toString(s.sizes()))
                        .collect(Collectors.joining(", "));
    }
}
