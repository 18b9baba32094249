package flambeau.conformance;

import flambeau.nn.Module;
import flambeau.tensor.Index;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Python's expression of what a network computes: {@code fc(lstm(emb(x))[0][:, -1, :])}, {@code fc(enc(x).mean(1))}. */
final class Forward {
    private final String text;
    private final Map<String, Module> modules;
    private final Tensor x;
    private int at;

    Forward(String text, Map<String, Module> modules, Tensor x) {
        this.text = text.replace(" ", "");
        this.modules = modules;
        this.x = x;
    }

    Tensor value() {
        return (Tensor) expression();
    }

    private Object expression() {
        var name = upTo("([.,)]");
        var module = modules.get(name);
        Object value = x;
        if (module != null) {
            at++;
            var inside = expression();
            value = Call.method("forward", module, "apply", Arguments.of(Map.of("input", inside)));
            at++;
        } else if (!name.equals("x")) {
            throw new Failed("cannot read the expression " + text);
        }
        while (at < text.length() && (text.charAt(at) == '[' || text.startsWith(".mean(", at))) value = suffix(value);
        return value;
    }

    private Object suffix(Object value) {
        if (text.charAt(at) == '.') {
            at += ".mean(".length();
            var mean = ((Tensor) value).mean(Integer.parseInt(upTo(")")));
            at++;
            return mean;
        }
        at++;
        var entries = upTo("]");
        at++;
        var parts = Results.parts(value);
        if (parts != null && !(value instanceof Tensor))
            return Objects.requireNonNull(parts.get(Integer.parseInt(entries)));
        return ((Tensor) value).get(index(entries));
    }

    private static Index[] index(String entries) {
        List<Index> all = new ArrayList<>();
        for (var entry : entries.split(",", -1))
            all.add(entry.equals(":") ? Tensors.all() : Tensors.at(Integer.parseInt(entry)));
        return all.toArray(Index[]::new);
    }

    private String upTo(String ends) {
        int from = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) at++;
        return text.substring(from, at);
    }
}
