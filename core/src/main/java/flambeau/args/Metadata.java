package flambeau.args;

import java.util.Map;

/**
 * The keyword {@code metadata}: texts that a file carries beside its tensors.
 *
 * @param value texts by name
 */
public record Metadata(Map<String, String> value) implements Arg<Metadata.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
