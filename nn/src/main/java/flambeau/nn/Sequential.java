package flambeau.nn;

import flambeau.args.Named;
import flambeau.tensor.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Layers one behind the other: each takes what the one before has made.
 *
 * <p>Input: that of the first layer; output: that of the last, or the input if there are none. Source: {@code
 * torch.nn.Sequential}.
 *
 * {@snippet :
 * var net = new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10));
 * var same = new Sequential(named("conv", new Conv2d(3, 3, 3)), named("relu", new ReLU()));
 * }
 */
public class Sequential extends Layer implements Iterable<Layer> {
    private final transient Entries<Layer> layers = new Entries<>("Sequential");

    /** No layers yet; see {@link #append}. */
    public Sequential() {}

    /**
     * Layers called "0", "1", ...
     *
     * @param layers in the order of their application
     */
    public Sequential(Layer... layers) {
        for (var layer : layers) this.layers.append(layer);
    }

    /**
     * Layers with names.
     *
     * @param layers in the order of their application; see {@link flambeau.args.Args#named}
     * @throws IllegalArgumentException if a name is empty, has a dot or comes twice
     */
    @SafeVarargs
    public Sequential(Named<? extends Layer>... layers) {
        for (var layer : layers) this.layers.add(layer.name(), layer.value());
    }

    @Override
    protected Tensor forward(Tensor x) {
        for (var layer : layers) x = layer.apply(x);
        return x;
    }

    /** Adds a layer called by its place at the end. */
    public Sequential append(Layer layer) {
        layers.append(layer);
        return this;
    }

    /** Adds layers called by their places at the end. */
    public Sequential extend(Iterable<? extends Layer> more) {
        layers.appendAll(more);
        return this;
    }

    /** Adds a layer before that at {@code index}; all are then called by their places. */
    public Sequential insert(int index, Layer layer) {
        layers.insert(index, layer);
        return this;
    }

    /**
     * The layer at {@code index}; negative ones count from the end.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Layer get(int index) {
        return layers.get(index);
    }

    /**
     * The layer called {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Layer get(String name) {
        return layers.get(name);
    }

    /**
     * Replaces the layer at {@code index}, keeping its name.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public void set(int index, Layer layer) {
        layers.set(index, layer);
    }

    /**
     * Removes the layer at {@code index}; the others are then called by their places.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Layer remove(int index) {
        return layers.remove(index);
    }

    /** A Sequential of the layers from {@code start} to {@code stop}, exclusive; negative ones count from the end. */
    public Sequential slice(int start, int stop) {
        return new Sequential().extend(layers.slice(start, stop));
    }

    /** The number of layers. */
    public int size() {
        return layers.size();
    }

    @Override
    public Iterator<Layer> iterator() {
        return layers.list().iterator();
    }

    /**
     * Adds a layer with a name at the end.
     *
     * @throws IllegalArgumentException if the name is empty, has a dot or is taken, or {@code module} is no layer
     */
    @Override
    public void registerModule(String name, @Nullable Module module) {
        checkFree(name);
        if (!(module instanceof Layer layer))
            throw new IllegalArgumentException("Sequential: takes layers, got "
                    + (module == null ? "null" : "a " + Repr.name(module) + ", which cannot be called"));
        layers.add(name, layer);
    }

    @Override
    LinkedHashMap<String, @Nullable Object> members() {
        var all = super.members();
        all.putAll(layers.byName());
        return all;
    }

    @Override
    void replace(String name, Module module) {
        if (!layers.byName().containsKey(name)) super.replace(name, module);
        else if (module instanceof Layer layer) layers.put(name, layer);
        else throw new IllegalArgumentException("Sequential: takes layers, got a " + Repr.name(module));
    }

    /** Every {@code step}-th of the layers from {@code start} to {@code stop}, exclusive. */
    public Sequential slice(int start, int stop, int step) {
        return new Sequential().extend(layers.slice(start, stop, step));
    }

    /** Removes and gives the layer at {@code index}; see {@link #remove}. */
    public Layer pop(int index) {
        return remove(index);
    }

    /** A Sequential of these layers and then the others: Python's {@code +}. */
    public Sequential add(Sequential others) {
        return new Sequential().extend(layers).extend(others.layers);
    }

    /**
     * A Sequential of these layers, {@code times} times one after the other: Python's {@code *}.
     *
     * @throws IllegalArgumentException if {@code times} is not positive
     */
    public Sequential mul(int times) {
        if (times < 1) throw new IllegalArgumentException("Sequential: times must be positive, got " + times);
        var all = new Sequential();
        for (int i = 0; i < times; i++) all.extend(layers);
        return all;
    }

    @Override
    public Sequential deepCopy() {
        return (Sequential) super.deepCopy();
    }
}
