package flambeau.nn;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a module itself holds: its fields, and what was registered by name. */
abstract sealed class Holder implements Cloneable permits Tree {
    private boolean checked;
    private @Nullable LinkedHashMap<String, @Nullable Object> registered;

    private @Nullable LinkedHashMap<String, Derived> derived;

    /** A parameter that is computed. */
    private record Derived(Parameter target, Derivation how) {}

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
        if (derived != null) found.keySet().removeAll(derived.keySet());
        return found;
    }

    /** Before a call: computes what is derived. */
    final void begin() {
        check();
        if (derived != null)
            derived.values().forEach(d -> d.target().become(d.how().of(self())));
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
        begin();
        try {
            return body.get();
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, self());
        }
    }

    /**
     * Adds a parameter that no field holds, or fills a field that is null; null only keeps the name.
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
     * Adds a tensor as a buffer that no field holds.
     *
     * @param name of the buffer
     * @param tensor its values
     * @param args persistent (true)
     * @throws IllegalArgumentException if the name is empty, has a dot or is taken
     */
    @SafeVarargs
    public final void registerBuffer(String name, Tensor tensor, Arg<? super Buffer>... args) {
        registerBuffer(name, tensor instanceof Buffer b && args.length == 0 ? b : new Buffer(tensor, args));
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

    /**
     * From now on the parameter {@code name} of this module is computed before each call, and is no state any more: what it is
     * computed of is registered instead. The field keeps its object, which has the value of the last call.
     *
     * @param name of a parameter that this module itself holds
     * @param how computes it
     * @param value what it has until the next call
     * @throws IllegalArgumentException if there is none, or it is computed already
     */
    public final void derive(String name, Derivation how, Tensor value) {
        if (derived != null && derived.containsKey(name))
            throw new IllegalArgumentException(
                    "derive: %s of %s is computed already".formatted(name, Repr.name(self())));
        var target = members().get(name);
        if (!(target instanceof Parameter p) || p.isUninitialized())
            throw new IllegalArgumentException("derive: %s has no parameter \"%s\"".formatted(Repr.name(self()), name));
        if (derived == null) derived = new LinkedHashMap<>();
        derived.put(name, new Derived(p, how));
        p.become(value);
    }

    /**
     * Ends {@link #derive}: the parameter is state again.
     *
     * @param name of the parameter
     * @param value what it has from now on
     * @throws IllegalArgumentException if it is not computed
     */
    public final void underive(String name, Tensor value) {
        var was = derived == null ? null : derived.remove(name);
        if (was == null)
            throw new IllegalArgumentException("underive: %s of %s is not computed".formatted(name, Repr.name(self())));
        was.target().become(value.detach().clone());
        was.target().requiresGrad_(true);
    }

    /** What computes the parameter {@code name}; null if it is not computed. */
    public final @Nullable Derivation derivation(String name) {
        var found = derived == null ? null : derived.get(name);
        return found == null ? null : found.how();
    }

    /**
     * Takes away what was registered under a name.
     *
     * @throws IllegalArgumentException if nothing was
     */
    public final void unregister(String name) {
        if (registered == null || !registered.containsKey(name))
            throw new IllegalArgumentException(
                    "unregister: nothing was registered as \"%s\" in %s".formatted(name, Repr.name(self())));
        registered.remove(name);
    }

    /** What was registered under a name, or null. */
    final @Nullable Object registered(String name) {
        return registered == null ? null : registered.get(name);
    }

    private void register(String name, @Nullable Object member) {
        if (member != null && StateFields.of(getClass()).fill(self(), name, member)) return;
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
