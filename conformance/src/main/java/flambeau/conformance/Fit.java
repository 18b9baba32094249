package flambeau.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A value as a Java parameter takes it.
 *
 * @param value what is handed over
 * @param cost 0 if Java's compiler would take the same literal, more the further it is from that
 */
record Fit(@Nullable Object value, int cost) {}
