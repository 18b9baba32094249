package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.prefix;
import static flambeau.args.Args.recurse;
import static flambeau.args.Args.removeDuplicate;
import static flambeau.args.Args.strict;

import flambeau.args.Arg;
import flambeau.args.Prefix;
import flambeau.args.Recurse;
import flambeau.args.RemoveDuplicate;
import flambeau.args.Strict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A module and those below it, by their paths. */
abstract sealed class Tree extends Holder permits Saving {
    Tree() {}

    static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The keywords of lists of modules: prefix, removeDuplicate. */
    public interface ModuleArgs extends Prefix.Taker, RemoveDuplicate.Taker {}

    /** The keywords of lists of parameters and buffers: prefix, recurse, removeDuplicate. */
    public interface TensorArgs extends ModuleArgs, Recurse.Taker {}

    /**
     * This module under the name "", then all below it by their paths, parents first.
     *
     * @param args prefix (""), removeDuplicate (true)
     * @throws IllegalStateException if a module contains itself and duplicates are to be listed
     */
    @SafeVarargs
    public final LinkedHashMap<String, Module> namedModules(Arg<? super ModuleArgs>... args) {
        return modulesBy(args);
    }

    private LinkedHashMap<String, Module> modulesBy(Arg<?>[] args) {
        var found = new LinkedHashMap<String, Module>();
        walk(
                given(args, prefix("")).value(),
                found,
                identitySet(),
                given(args, removeDuplicate(true)).value());
        return found;
    }

    private void walk(String path, LinkedHashMap<String, Module> found, Set<Module> seen, boolean once) {
        if (!seen.add(self())) {
            if (once) return;
            throw new IllegalStateException("namedModules: %s contains itself".formatted(Repr.name(self())));
        }
        found.put(path, self());
        members().forEach((name, member) -> {
            if (member instanceof Module child) ((Tree) child).walk(join(path, name), found, seen, once);
        });
        if (!once) seen.remove(self());
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /**
     * This module and all below it, parents first.
     *
     * @param args removeDuplicate (true)
     */
    @SafeVarargs
    public final List<Module> modules(Arg<? super RemoveDuplicate.Taker>... args) {
        return new ArrayList<>(modulesBy(args).values());
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

    /**
     * All parameters of this module and those below it by their paths.
     *
     * @param args prefix (""), recurse (true): whether modules below count; removeDuplicate (true)
     */
    @SafeVarargs
    public final LinkedHashMap<String, Parameter> namedParameters(Arg<? super TensorArgs>... args) {
        return tensors(Parameter.class, args);
    }

    /**
     * All parameters of this module and those below it, each once.
     *
     * @param args recurse (true): whether modules below count
     */
    @SafeVarargs
    public final List<Parameter> parameters(Arg<? super Recurse.Taker>... args) {
        return new ArrayList<>(tensors(Parameter.class, args).values());
    }

    /**
     * All buffers of this module and those below it by their paths.
     *
     * @param args prefix (""), recurse (true): whether modules below count; removeDuplicate (true)
     */
    @SafeVarargs
    public final LinkedHashMap<String, Buffer> namedBuffers(Arg<? super TensorArgs>... args) {
        return tensors(Buffer.class, args);
    }

    /**
     * All buffers of this module and those below it, each once.
     *
     * @param args recurse (true): whether modules below count
     */
    @SafeVarargs
    public final List<Buffer> buffers(Arg<? super Recurse.Taker>... args) {
        return new ArrayList<>(tensors(Buffer.class, args).values());
    }

    private <T> LinkedHashMap<String, T> tensors(Class<T> kind, Arg<?>[] args) {
        var found = new LinkedHashMap<String, T>();
        var seen = identitySet();
        boolean once = given(args, removeDuplicate(true)).value();
        var modules = given(args, recurse(true)).value()
                ? modulesBy(args)
                : Map.of(given(args, prefix("")).value(), self());
        modules.forEach((path, module) -> module.members().forEach((name, member) -> {
            if (kind.isInstance(member) && (seen.add(member) || !once)) found.put(join(path, name), kind.cast(member));
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
     * Puts {@code module} in the place of the one at a path, or registers it there if there is none.
     *
     * @param path whose last module may be missing
     * @param module takes the place
     * @param args strict (false): whether a module must be there
     * @throws IllegalArgumentException if one must be there and is not, or its field is final or of another type
     */
    @SafeVarargs
    public final void setSubmodule(String path, Module module, Arg<? super Strict.Taker>... args) {
        if (path.isEmpty()) throw new IllegalArgumentException("setSubmodule: the path must not be empty");
        var holder = holder(path);
        boolean missing = holder.members().get(last(path)) == null;
        if (missing && !given(args, strict(false)).value()) {
            holder.registerModule(last(path), module);
            return;
        }
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
