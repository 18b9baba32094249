package flambeau.conformance;

import static flambeau.conformance.Given.None.NONE;

import com.fasterxml.jackson.databind.JsonNode;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a case as Java has them: Tensor, Long, Double, Boolean, String, DType, List and {@link Given}. Each reading of
 * a tensor makes a copy of its own.
 */
final class Values {
    private final Map<String, Tensor> tensors;

    Values(Map<String, Tensor> tensors) {
        this.tensors = tensors;
    }

    /** A copy of the tensor with this key. */
    Tensor tensor(String key) {
        var found = tensors.get(key);
        if (found == null) throw new Failed("the data has no tensor " + key);
        return found.clone();
    }

    Arguments arguments(@Nullable JsonNode json) {
        return Arguments.of(map(json));
    }

    /** Values by name; none for a field that is not there. */
    Map<String, Object> map(@Nullable JsonNode json) {
        var all = new LinkedHashMap<String, Object>();
        if (json != null) json.properties().forEach(entry -> all.put(entry.getKey(), of(entry.getValue())));
        return all;
    }

    Object of(JsonNode json) {
        if (json.isNull()) return NONE;
        if (json.isBoolean()) return json.booleanValue();
        if (json.isIntegralNumber()) return json.longValue();
        if (json.isNumber()) return json.doubleValue();
        if (json.isTextual()) return word(json.textValue());
        if (json.isArray()) return list(json);
        var tag = json.properties().iterator().next();
        var value = tag.getValue();
        return switch (tag.getKey()) {
            case "tensor" -> tensor(value.textValue());
            case "float" -> number(value.textValue());
            case "index" -> new Given.Index(list(value));
            case "slice" -> new Given.Slice(of(value.get(0)), of(value.get(1)), of(value.get(2)));
            case "ellipsis" -> new Given.Ellipsis();
            case "module" -> new Given.Made(value.get("api").textValue(), arguments(value.get("ctor")));
            case "scheduler" -> new Given.Scheduler(value.get("api").textValue(), arguments(value.get("ctor")));
            case "lambda" ->
                new Given.Lambda(value.textValue(), json.get("variable").textValue());
            case "function" -> new Given.Function(value.textValue());
            case "dict" -> new Given.Dict(map(value));
            case "packed_sequence" ->
                new Given.Packed(new ArrayList<>(map(value).values()));
            case "sparse" ->
                new Given.Sparse(
                        tensor(value.get("indices").textValue()),
                        tensor(value.get("values").textValue()),
                        list(value.get("size")));
            default -> throw new Failed("the data has a value of an unknown sort: " + tag.getKey());
        };
    }

    List<Object> list(JsonNode json) {
        var all = new ArrayList<Object>();
        for (var entry : json) all.add(of(entry));
        return all;
    }

    private static Object word(String text) {
        for (var dtype : DType.values()) if (dtype.toString().equals(text)) return dtype;
        return text;
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> throw new Failed("the data has an unknown number: " + text);
        };
    }

    /** What a value is, for messages. */
    static String type(Object value) {
        return switch (value) {
            case Tensor x -> x.describe();
            case Long _ -> "int";
            case Double _ -> "float";
            case Boolean _ -> "bool";
            case String text -> '"' + text + '"';
            case List<?> list ->
                list.isEmpty() ? "[]" : "[" + type(list.getFirst()) + (list.size() > 1 ? ", ..]" : "]");
            case Given.Made made -> made.api();
            case Given.Function function -> function.api();
            case Given other -> other.getClass().getSimpleName();
            default -> value.toString();
        };
    }
}
