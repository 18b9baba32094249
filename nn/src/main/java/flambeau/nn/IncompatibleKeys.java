package flambeau.nn;

import java.util.List;

/**
 * What {@link Module#loadStateDict} could not match.
 *
 * @param missingKeys names of the module that the state lacks
 * @param unexpectedKeys names of the state that the module lacks
 */
public record IncompatibleKeys(List<String> missingKeys, List<String> unexpectedKeys) {
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
