package flambeau.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import flambeau.array.DType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One recorded case. */
final class Case {
    private final JsonNode json;
    private final Values values;

    Case(JsonNode json, Values values) {
        this.json = json;
        this.values = values;
    }

    String id() {
        return text("id");
    }

    String kind() {
        return text("kind");
    }

    String api() {
        return text("api");
    }

    Values values() {
        return values;
    }

    /** Whether the call must be refused. */
    boolean raises() {
        return json.path("raises").asBoolean();
    }

    Tolerance tolerance() {
        var t = json.path("tolerance");
        return new Tolerance(t.path("rtol").asDouble(0), t.path("atol").asDouble(0));
    }

    /** The seed, or null. */
    @Nullable
    Long seed() {
        var seed = json.get("rng_seed");
        return seed == null ? null : seed.longValue();
    }

    /** The floating dtype of the case; schedulers have none. */
    DType dtype() {
        return DType.valueOf(json.path("dtype").asText("float32").toUpperCase(Locale.ROOT));
    }

    /** The text of a field that every case of its kind has. */
    String text(String field) {
        return require(field).asText();
    }

    JsonNode require(String field) {
        var found = json.get(field);
        if (found == null) throw new Failed("the case has no " + field);
        return found;
    }

    /** A field, or null if it is not there. */
    @Nullable
    JsonNode get(String field) {
        return json.get(field);
    }

    boolean has(String field) {
        return json.has(field);
    }

    /** What PyTorch says on refusing. */
    String refusal() {
        var message = json.path("error").path("message").asText().lines().findFirst();
        return message.orElse(json.path("error").path("type").asText());
    }
}
