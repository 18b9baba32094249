package flambeau.functional;

import java.util.Locale;

/** What a function throws: one sentence that names the function, the rule and the values. */
final class Refusal {
    private Refusal() {}

    static IllegalArgumentException of(String message, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }

    static IndexOutOfBoundsException ofIndex(String message, Object... values) {
        return new IndexOutOfBoundsException(String.format(Locale.ROOT, message, values));
    }
}
