package flambeau.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of modules whose state is found. It computes nothing: there is no {@code apply}.
 *
 * <p>Its entries are called "0", "1", ... Source: {@code torch.nn.ModuleList}.
 *
 * {@snippet :
 * class Stack extends Layer {
 *     final ModuleList<Linear> linears = new ModuleList<>(new Linear(3, 4), new Linear(4, 2));
 *
 *     @Override
 *     protected Tensor forward(Tensor x) {
 *         for (var linear : linears) x = linear.apply(x);
 *         return x;
 *     }
 * }
 * }
 *
 * @param <M> the kind of module
 */
public class ModuleList<M extends Module> extends Module implements Iterable<M> {
    private final transient Entries<M> modules = new Entries<>("ModuleList");

    /**
     * A list of these modules.
     *
     * @param modules the entries
     */
    @SafeVarargs
    public ModuleList(M... modules) {
        for (var module : modules) this.modules.append(module);
    }

    /**
     * A list of these modules.
     *
     * @param modules the entries
     */
    public ModuleList(List<? extends M> modules) {
        this.modules.appendAll(modules);
    }

    /** Adds a module at the end. */
    public ModuleList<M> append(M module) {
        modules.append(module);
        return this;
    }

    /** Adds modules at the end. */
    public ModuleList<M> extend(Iterable<? extends M> more) {
        modules.appendAll(more);
        return this;
    }

    /**
     * Adds a module before that at {@code index}.
     *
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public void insert(int index, M module) {
        modules.insert(index, module);
    }

    /**
     * The module at {@code index}; negative ones count from the end.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public M get(int index) {
        return modules.get(index);
    }

    /**
     * Replaces the module at {@code index}.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public void set(int index, M module) {
        modules.set(index, module);
    }

    /**
     * Removes the module at {@code index}.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public M remove(int index) {
        return modules.remove(index);
    }

    /** A list of the modules from {@code start} to {@code stop}, exclusive; negative ones count from the end. */
    public ModuleList<M> slice(int start, int stop) {
        return new ModuleList<>(modules.slice(start, stop));
    }

    /** The number of modules. */
    public int size() {
        return modules.size();
    }

    @Override
    public Iterator<M> iterator() {
        return modules.list().iterator();
    }

    @Override
    LinkedHashMap<String, @Nullable Object> members() {
        var all = super.members();
        all.putAll(modules.byName());
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // as with a raw list, a wrong kind of module shows when it is taken out
    void replace(String name, Module module) {
        if (modules.byName().containsKey(name)) modules.put(name, (M) module);
        else super.replace(name, module);
    }

    /** PyTorch's text: entries that follow each other and look the same are shown once. */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var module : modules) texts.add(module.toString());
        for (int i = 0; i < texts.size(); ) {
            int first = i;
            while (i < texts.size() && texts.get(i).equals(texts.get(first))) i++;
            boolean one = i - first == 1;
            lines.add(Repr.child(
                    one ? "" + first : first + "-" + (i - 1),
                    one ? texts.get(first) : i - first + " x " + texts.get(first)));
        }
        return Repr.block(this, "", lines);
    }

    /** Every {@code step}-th of the modules from {@code start} to {@code stop}, exclusive. */
    public ModuleList<M> slice(int start, int stop, int step) {
        return new ModuleList<>(modules.slice(start, stop, step));
    }

    /** Removes and gives the module at {@code index}; see {@link #remove}. */
    public M pop(int index) {
        return remove(index);
    }

    /** A list of these modules and then the others: Python's {@code +}. */
    public ModuleList<M> add(Iterable<? extends M> others) {
        return new ModuleList<M>(modules.list()).extend(others);
    }

    @Override
    @SuppressWarnings("unchecked") // of the same class
    public ModuleList<M> deepCopy() {
        return (ModuleList<M>) super.deepCopy();
    }
}
