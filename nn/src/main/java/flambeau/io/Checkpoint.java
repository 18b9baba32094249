package flambeau.io;

import flambeau.args.Arg;
import flambeau.nn.IncompatibleKeys;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's own files, {@code .pt}: what {@code torch.save} writes and {@code torch.load} reads with {@code weights_only=True}.
 *
 * <p>A file holds one value: a tensor, a parameter, a number, a text, null, a dtype, a shape, or lists, tuples and dicts of such,
 * like a state dict or a whole checkpoint with the state of an optimiser. Tensors keep their strides and share memory as they
 * did. Nothing in a file is ever run: a class that is not in this list, a whole module for instance, is refused by its name.
 *
 * <p>Python's int is a Long here, float a Double, dict and OrderedDict a LinkedHashMap, list an ArrayList, tuple a List that
 * cannot be changed. Saved are also Java's other numbers, a SequencedMap as an OrderedDict, and Object[] as a tuple.
 *
 * <p>Unlike PyTorch, tensors of other devices are loaded to the processor's memory. A file is replaced as a whole or not at all,
 * as by {@link Safetensors}. Source: {@code torch/serialization.py}, and {@code pickletools.py} of Python.
 *
 * {@snippet :
 * Checkpoint.save(Map.of("model", net.stateDict(), "epoch", 3), Path.of("checkpoint.pt"));
 * var checkpoint = Checkpoint.load(Path.of("checkpoint.pt"));
 * net.loadStateDict(Checkpoint.part(checkpoint, "model"));
 * }
 *
 * <p>A training goes on bit for bit if its checkpoint has the state dicts of model, optimiser, scheduler and data loader, and the state
 * of the default generator.
 */
public final class Checkpoint {
    private Checkpoint() {}

    /**
     * Writes a value.
     *
     * @param value of the kinds above
     * @param path the file, which is replaced if it exists
     * @throws IllegalArgumentException if the value, or something in it, is of another kind
     * @throws IOException if the file cannot be written; nothing has changed then
     */
    public static void save(@Nullable Object value, Path path) throws IOException {
        var pickle = new PickleWriter(value);
        AtomicFile.write(path, channel -> PtArchive.write(pickle.bytes(), pickle.storages(), channel));
    }

    /**
     * Writes the parameters and buffers of a module, as {@code torch.save(net.state_dict(), path)}.
     *
     * @param path the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; nothing has changed then
     */
    public static void save(Module module, Path path) throws IOException {
        save(module.stateDict(), path);
    }

    /**
     * Reads a value.
     *
     * @return of the kinds above
     * @throws FileFormatException if the file breaks a rule of the format, or holds something else
     * @throws IOException if it cannot be read
     */
    public static @Nullable Object load(Path path) throws IOException {
        try (var archive = PtArchive.open(path)) {
            return new PickleReader(path, archive).read();
        }
    }

    /**
     * Reads tensors by name: a state dict.
     *
     * @throws FileFormatException if the file breaks a rule of the format, or holds something else
     * @throws IOException if it cannot be read
     */
    public static SequencedMap<String, Tensor> loadTensors(Path path) throws IOException {
        if (!(load(path) instanceof Map<?, ?> found))
            throw new FileFormatException(path, "holds no dict of tensors; read it with load(path)");
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var entry : found.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof Tensor x))
                throw new FileFormatException(
                        path,
                        "\"%s\" is no tensor with a name; read the file with load(path)".formatted(entry.getKey()));
            tensors.put(name, x);
        }
        return tensors;
    }

    /**
     * A part of what {@link #load(Path)} gave: the tensors by name under a key.
     *
     * @param loaded a dict
     * @param key as {@code "optimizer"}
     * @throws IllegalArgumentException if there is no such part
     */
    public static SequencedMap<String, Tensor> part(@Nullable Object loaded, String key) {
        var part = loaded instanceof Map<?, ?> all ? all.get(key) : null;
        if (!(part instanceof Map<?, ?> found))
            throw new IllegalArgumentException("Checkpoint: there is no dict \"%s\" in what was loaded".formatted(key));
        var tensors = new LinkedHashMap<String, Tensor>();
        found.forEach((name, x) -> {
            if (!(name instanceof String text) || !(x instanceof Tensor tensor))
                throw new IllegalArgumentException(
                        "Checkpoint: \"%s\" of \"%s\" is no tensor with a name".formatted(name, key));
            tensors.put(text, tensor);
        });
        return tensors;
    }

    /**
     * Reads the parameters and buffers of a module, converted to its dtypes: all or, if anything does not fit, none.
     *
     * @param args strict (true), assign (false): as {@link Module#loadStateDict} has them
     * @return the names that were missing, and those that were unexpected
     * @throws FileFormatException if the file breaks a rule of the format, or holds something else
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the tensors do not fit the module
     */
    @SafeVarargs
    public static IncompatibleKeys load(Module module, Path path, Arg<? super Module.LoadArgs>... args)
            throws IOException {
        return module.loadStateDict(loadTensors(path), args);
    }
}
