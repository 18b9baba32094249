package flambeau.nn;

import java.util.List;

/**
 * What {@link Module#loadStateDict} could match, and what not.
 *
 * @param missingKeys names of the module that the state lacks
 * @param unexpectedKeys names of the state that the module lacks
 * @param loadedKeys names whose values were taken
 */
public record IncompatibleKeys(List<String> missingKeys, List<String> unexpectedKeys, List<String> loadedKeys) {
    /** Whether everything matched. */
    public boolean isEmpty() {
        return missingKeys.isEmpty() && unexpectedKeys.isEmpty();
    }

    /** PyTorch's text. */
    @Override
    public String toString() {
        if (isEmpty()) return "<All keys matched successfully>";
        return "_IncompatibleKeys(missing_keys=%s, unexpected_keys=%s)"
                .formatted(Repr.of(missingKeys), Repr.of(unexpectedKeys));
    }
}
