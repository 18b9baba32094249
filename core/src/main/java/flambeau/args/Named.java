package flambeau.args;

/**
 * A name and what it names: an entry of a container.
 *
 * @param name the name
 * @param value what it names
 * @param <T> the kind of thing
 */
public record Named<T>(String name, T value) {}
