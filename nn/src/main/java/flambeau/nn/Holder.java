package flambeau.nn;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a module itself holds: its fields, and what was registered by name. */
abstract sealed class Holder implements Cloneable permits Tree {
    private boolean checked;
    private @Nullable LinkedHashMap<String, @Nullable Object> registered;

    Holder() {}

    abstract Module self();

    /** The same class with the same values in its fields, without a constructor's call. */
    final Module shallowCopy() {
        try {
            return (Module) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e); // it is Cloneable
        }
    }

    /** Parameters, buffers and children by name; null stands for a name that is taken by nothing. */
    LinkedHashMap<String, @Nullable Object> members() {
        check();
        var found = new LinkedHashMap<String, @Nullable Object>();
        StateFields.of(getClass()).collect(self(), found);
        if (registered != null) found.putAll(registered);
        return found;
    }

    /** Refuses, when first called, fields whose modules or parameters would not be found. */
    final void check() {
        if (checked) return;
        StateFields.of(getClass()).check(self());
        checked = true;
    }

    /**
     * Runs {@code body} as this module's computation: what it throws tells the path of the module where it arose, as in
     * {@code (in MyNet.conv1)}. For modules that are neither a {@link Layer} nor a {@link Loss}.
     *
     * @throws IllegalStateException if a field holds modules or parameters in a way that they are not found
     */
    protected final <T extends @Nullable Object> T call(Supplier<T> body) {
        check();
        try {
            return body.get();
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, self());
        }
    }

    /**
     * Adds a parameter that no field holds; null only keeps the name.
     *
     * @throws IllegalArgumentException if the name is empty, has a dot or is taken
     */
    public void registerParameter(String name, @Nullable Parameter parameter) {
        register(name, parameter);
    }

    /**
     * Adds a buffer that no field holds; null only keeps the name.
     *
     * @throws IllegalArgumentException if the name is empty, has a dot or is taken
     */
    public void registerBuffer(String name, @Nullable Buffer buffer) {
        register(name, buffer);
    }

    /**
     * Adds a child that no field holds; null only keeps the name.
     *
     * @throws IllegalArgumentException if the name is empty, has a dot or is taken
     */
    public void registerModule(String name, @Nullable Module module) {
        register(name, module);
    }

    /** Like {@link #registerModule}. */
    public final void addModule(String name, @Nullable Module module) {
        registerModule(name, module);
    }

    private void register(String name, @Nullable Object member) {
        checkFree(name);
        if (registered == null) registered = new LinkedHashMap<>();
        registered.put(name, member);
    }

    /** Refuses a name that cannot be given to a new member. */
    final void checkFree(String name) {
        var type = Repr.name(self());
        if (name.isEmpty() || name.contains("."))
            throw new IllegalArgumentException(
                    "%s: a member's name must not be empty or have a dot, got \"%s\"".formatted(type, name));
        if (members().containsKey(name))
            throw new IllegalArgumentException("%s: the name \"%s\" is taken".formatted(type, name));
    }

    /** Puts {@code module} in the place of the child {@code name}, which is there. */
    void replace(String name, Module module) {
        if (registered != null && registered.containsKey(name)) registered.put(name, module);
        else StateFields.of(getClass()).set(self(), name, module);
    }
}
