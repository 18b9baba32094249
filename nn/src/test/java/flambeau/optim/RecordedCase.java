package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Amsgrad;
import flambeau.args.Arg;
import flambeau.args.Betas;
import flambeau.args.Dampening;
import flambeau.args.Eps;
import flambeau.args.Lr;
import flambeau.args.Maximize;
import flambeau.args.Momentum;
import flambeau.args.Nesterov;
import flambeau.args.WeightDecay;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Ten recorded steps of one of PyTorch's optimizers. */
final class RecordedCase {
    /** A group: the names of its parameters, and its options. */
    record Group(List<String> params, Arg<?>[] options) {}

    /** Options that group {@code group} is given before step {@code step}. */
    record Event(int step, int group, Arg<?>[] options) {}

    final String id;
    final DType dtype;
    final double rtol;
    final double atol;
    final Arg<?>[] options;
    final List<Group> groups = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final Map<String, Tensor> params = new LinkedHashMap<>();
    final Map<String, Tensor> grads = new LinkedHashMap<>(); // step and name
    final Map<String, Tensor> expected = new LinkedHashMap<>(); // step and name
    final Map<String, Tensor> state = new LinkedHashMap<>(); // name and state

    private RecordedCase(String[] words) {
        id = words[1];
        dtype = words[2].equals("float64") ? DType.FLOAT64 : DType.FLOAT32;
        rtol = Double.parseDouble(words[3]);
        atol = Double.parseDouble(words[4]);
        options = options(words, 5);
    }

    static List<RecordedCase> all() {
        var cases = new ArrayList<RecordedCase>();
        try (var in = Objects.requireNonNull(RecordedCase.class.getResourceAsStream("recorded.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                if (line.startsWith("case")) cases.add(new RecordedCase(line.split(" ")));
                else if (!line.startsWith("#")) cases.getLast().read(line.split(" "));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "group" -> {
                int bar = List.of(words).indexOf("|");
                groups.add(new Group(List.of(words).subList(1, bar), options(words, bar + 1)));
            }
            case "event" ->
                events.add(new Event(Integer.parseInt(words[1]), Integer.parseInt(words[2]), options(words, 3)));
            case "param" -> {
                var shape = Stream.of(words[2].split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                params.put(words[1], values(words, 3).reshape(shape));
            }
            case "grad" -> grads.put(words[1] + " " + words[2], like(words[2], words));
            case "expect" -> expected.put(words[1] + " " + words[2], like(words[2], words));
            case "state" ->
                state.put(
                        words[1] + " " + words[2],
                        words[2].equals("step") ? values(words, 3).reshape() : like(words[1], words));
            default -> throw new AssertionError(words[0]);
        }
    }

    private Tensor like(String name, String[] words) {
        return values(words, 3).reshape(params.get(name).shape());
    }

    private Tensor values(String[] words, int from) {
        var values =
                Stream.of(words).skip(from).mapToDouble(Double::parseDouble).toArray();
        return tensor((Object) values, dtype(dtype));
    }

    private static Arg<?>[] options(String[] words, int from) {
        return Stream.of(words).skip(from).map(RecordedCase::option).toArray(Arg<?>[]::new);
    }

    private static Arg<?> option(String text) {
        var value = text.substring(text.indexOf('=') + 1);
        return switch (text.substring(0, text.indexOf('='))) {
            case "lr" -> new Lr(Double.parseDouble(value));
            case "momentum" -> new Momentum(Double.parseDouble(value));
            case "dampening" -> new Dampening(Double.parseDouble(value));
            case "weight_decay" -> new WeightDecay(Double.parseDouble(value));
            case "eps" -> new Eps(Double.parseDouble(value));
            case "betas" -> {
                var both = value.split(",");
                yield new Betas(Double.parseDouble(both[0]), Double.parseDouble(both[1]));
            }
            case "nesterov" -> new Nesterov(Boolean.parseBoolean(value));
            case "maximize" -> new Maximize(Boolean.parseBoolean(value));
            case "amsgrad" -> new Amsgrad(Boolean.parseBoolean(value));
            default -> throw new AssertionError(text);
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
