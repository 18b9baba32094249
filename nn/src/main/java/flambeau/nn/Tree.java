package flambeau.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A module and those below it, by their paths. */
abstract sealed class Tree extends Holder permits Saving {
    Tree() {}

    static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** This module under the name "", then all below it by their paths, each once, parents first. */
    public final LinkedHashMap<String, Module> namedModules() {
        var found = new LinkedHashMap<String, Module>();
        walk("", found, identitySet());
        return found;
    }

    private void walk(String path, LinkedHashMap<String, Module> found, Set<Module> seen) {
        if (!seen.add(self())) return;
        found.put(path, self());
        members().forEach((name, member) -> {
            if (member instanceof Module child) ((Tree) child).walk(join(path, name), found, seen);
        });
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** This module and all below it, each once, parents first. */
    public final List<Module> modules() {
        return new ArrayList<>(namedModules().values());
    }

    /** The modules that this one itself holds, each once. */
    public final LinkedHashMap<String, Module> namedChildren() {
        var found = new LinkedHashMap<String, Module>();
        var seen = Tree.<Module>identitySet();
        members().forEach((name, member) -> {
            if (member instanceof Module child && seen.add(child)) found.put(name, child);
        });
        return found;
    }

    /** The modules that this one itself holds, each once. */
    public final List<Module> children() {
        return new ArrayList<>(namedChildren().values());
    }

    /** All parameters of this module and those below it by their paths, each once. */
    public final LinkedHashMap<String, Parameter> namedParameters() {
        return tensors(Parameter.class);
    }

    /** All parameters of this module and those below it, each once. */
    public final List<Parameter> parameters() {
        return new ArrayList<>(namedParameters().values());
    }

    /** All buffers of this module and those below it by their paths, each once. */
    public final LinkedHashMap<String, Buffer> namedBuffers() {
        return tensors(Buffer.class);
    }

    /** All buffers of this module and those below it, each once. */
    public final List<Buffer> buffers() {
        return new ArrayList<>(namedBuffers().values());
    }

    private <T> LinkedHashMap<String, T> tensors(Class<T> kind) {
        var found = new LinkedHashMap<String, T>();
        var seen = identitySet();
        namedModules()
                .forEach((path, module) -> module.members().forEach((name, member) -> {
                    if (kind.isInstance(member) && seen.add(member)) found.put(join(path, name), kind.cast(member));
                }));
        return found;
    }

    /**
     * The module at a path such as {@code layer1.0.conv}; this one at the empty path.
     *
     * @throws IllegalArgumentException if there is none
     */
    public final Module getSubmodule(String path) {
        var at = self();
        if (path.isEmpty()) return at;
        for (var name : path.split("\\.", -1)) at = at.member("getSubmodule", path, name, Module.class);
        return at;
    }

    /**
     * The parameter at a path such as {@code conv1.weight}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public final Parameter getParameter(String path) {
        return holder(path).member("getParameter", path, last(path), Parameter.class);
    }

    /**
     * The buffer at a path such as {@code bn1.running_mean}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public final Buffer getBuffer(String path) {
        return holder(path).member("getBuffer", path, last(path), Buffer.class);
    }

    /**
     * Puts {@code module} in the place of the one at a path.
     *
     * @throws IllegalArgumentException if there is none, or its field is final or of another type
     */
    public final void setSubmodule(String path, Module module) {
        var holder = holder(path);
        holder.member("setSubmodule", path, last(path), Module.class);
        ((Holder) holder).replace(last(path), module);
    }

    private Module holder(String path) {
        return getSubmodule(path.substring(0, Math.max(path.lastIndexOf('.'), 0)));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    final <T> T member(String op, String path, String name, Class<T> kind) {
        var found = members().get(name);
        if (kind.isInstance(found)) return kind.cast(found);
        var names = members().entrySet().stream()
                .filter(e -> kind.isInstance(e.getValue()))
                .map(e -> e.getKey())
                .toList();
        throw new IllegalArgumentException("%s: \"%s\": %s has no %s \"%s\", only %s"
                .formatted(op, path, Repr.name(self()), Repr.lower(kind), name, names));
    }

    /**
     * Calls {@code action} with every module below this one, children before parents, and with this: PyTorch's {@code apply}.
     */
    public final void visit(Consumer<? super Module> action) {
        for (var child : children()) child.visit(action);
        action.accept(self());
    }
}
