package flambeau.nn;

import flambeau.args.Named;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Modules by name whose state is found, in the order in which they were added. It computes nothing: there is no {@code apply}.
 *
 * <p>Source: {@code torch.nn.ModuleDict}.
 *
 * {@snippet :
 * final ModuleDict<Layer> choices = new ModuleDict<>(named("conv", new Conv2d(10, 10, 3)), named("pool", new MaxPool2d(3)));
 * var y = choices.get("conv").apply(x);
 * }
 *
 * @param <M> the kind of module
 */
public class ModuleDict<M extends Module> extends Module {
    private final transient Entries<M> modules = new Entries<>("ModuleDict");

    /**
     * Modules with names.
     *
     * @param modules the entries; see {@link flambeau.args.Args#named}
     * @throws IllegalArgumentException if a name is empty, has a dot or comes twice
     */
    @SafeVarargs
    public ModuleDict(Named<? extends M>... modules) {
        for (var module : modules) this.modules.add(module.name(), module.value());
    }

    /**
     * Modules with names.
     *
     * @param modules the entries
     * @throws IllegalArgumentException if a name is empty or has a dot
     */
    public ModuleDict(Map<String, ? extends M> modules) {
        modules.forEach(this.modules::put);
    }

    /**
     * The module called {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public M get(String name) {
        return modules.get(name);
    }

    /**
     * Adds or replaces a module.
     *
     * @throws IllegalArgumentException if the name is empty, has a dot or is that of a field
     */
    public void put(String name, M module) {
        if (!modules.byName().containsKey(name)) checkFree(name);
        modules.put(name, module);
    }

    /** Adds or replaces modules. */
    public void putAll(Map<String, ? extends M> more) {
        more.forEach(this::put);
    }

    /**
     * Removes a module: PyTorch's {@code pop}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public M remove(String name) {
        var removed = modules.get(name);
        modules.byName().remove(name);
        return removed;
    }

    /** Removes all modules. */
    public void clear() {
        modules.byName().clear();
    }

    /** Whether a module is called {@code name}. */
    public boolean containsKey(String name) {
        return modules.byName().containsKey(name);
    }

    /** The number of modules. */
    public int size() {
        return modules.size();
    }

    /** The names. */
    public Set<String> keySet() {
        return Collections.unmodifiableSet(modules.byName().keySet());
    }

    /** The modules. */
    public Collection<M> values() {
        return Collections.unmodifiableCollection(modules.byName().values());
    }

    /** Names and modules: PyTorch's {@code items}. */
    public Set<Map.Entry<String, M>> entrySet() {
        return Collections.unmodifiableMap(modules.byName()).entrySet();
    }

    @Override
    LinkedHashMap<String, @Nullable Object> members() {
        var all = super.members();
        all.putAll(modules.byName());
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // as with a raw map, a wrong kind of module shows when it is taken out
    void replace(String name, Module module) {
        if (modules.byName().containsKey(name)) modules.put(name, (M) module);
        else super.replace(name, module);
    }

    /** Removes and gives a module; see {@link #remove}. */
    public M pop(String name) {
        return remove(name);
    }

    /** The names. */
    public Set<String> keys() {
        return keySet();
    }

    /** Names and modules. */
    public Set<Map.Entry<String, M>> items() {
        return entrySet();
    }

    /** Adds or replaces modules. */
    public void update(Map<String, ? extends M> more) {
        putAll(more);
    }

    /** Adds or replaces modules. */
    public void update(ModuleDict<? extends M> more) {
        for (var entry : more.items()) put(entry.getKey(), entry.getValue());
    }

    @Override
    @SuppressWarnings("unchecked") // of the same class
    public ModuleDict<M> deepCopy() {
        return (ModuleDict<M>) super.deepCopy();
    }
}
