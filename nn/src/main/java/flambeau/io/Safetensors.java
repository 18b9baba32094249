package flambeau.io;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.tensor.Tensors.empty;

import flambeau.args.Arg;
import flambeau.args.Metadata;
import flambeau.nn.IncompatibleKeys;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import flambeau.tensor.TensorBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Tensors by name in a file that other programs read as well, and that can do no harm: the safetensors format.
 *
 * <p>All dtypes are kept exactly. Views and tensors of any memory layout are written in row-major order; tensors that
 * share memory are each written in full. A file is written under another name in the same folder, forced to the disk
 * and then renamed: if the process is killed meanwhile, the old file is still whole, and what was written of the new
 * one stays as a hidden {@code .tmp} file. Source: the format's description, github.com/huggingface/safetensors.
 *
 * {@snippet :
 * Safetensors.save(net, Path.of("mnist.safetensors"));
 * Safetensors.load(net, Path.of("mnist.safetensors"));
 * }
 */
public final class Safetensors {
    /** What {@link #save(Map, Path, Arg...)} takes: metadata. */
    public interface Save extends Metadata.Taker {}

    private Safetensors() {}

    /**
     * Writes tensors.
     *
     * @param tensors by name, in the order in which they are to be found again
     * @param path the file, which is replaced if it exists
     * @param args metadata (none)
     * @throws IOException if the file cannot be written; nothing has changed then
     */
    @SafeVarargs
    public static void save(Map<String, ? extends Tensor> tensors, Path path, Arg<? super Save>... args)
            throws IOException {
        var texts = given(args, new Metadata(Map.of())).value();
        var header = Header.of(tensors, texts);
        AtomicFile.write(path, channel -> {
            var head = header.bytes();
            while (head.hasRemaining()) channel.write(head);
            for (var entry : header.byOffset()) TensorBytes.write(found(tensors, entry.name()), channel);
        });
    }

    private static Tensor found(Map<String, ? extends Tensor> tensors, String name) {
        var x = tensors.get(name);
        if (x == null)
            throw new IllegalArgumentException(
                    "save: the tensors were changed meanwhile, %s is missing".formatted(name));
        return x;
    }

    /**
     * Writes the parameters and buffers of a module.
     *
     * @param path the file, which is replaced if it exists
     * @param args metadata (none)
     * @throws IOException if the file cannot be written; nothing has changed then
     */
    @SafeVarargs
    public static void save(Module module, Path path, Arg<? super Save>... args) throws IOException {
        save(module.stateDict(), path, args);
    }

    /**
     * Reads all tensors.
     *
     * @return tensors by name, in the order of the header
     * @throws FileFormatException if the file breaks a rule of the format
     * @throws IOException if it cannot be read
     */
    public static SequencedMap<String, Tensor> load(Path path) throws IOException {
        try (var channel = InputFile.open(path)) {
            var header = HeaderReader.read(path, channel);
            long data = channel.position();
            var tensors = new LinkedHashMap<String, Tensor>();
            for (var entry : header.entries())
                tensors.put(entry.name(), read(path, channel.position(data + entry.begin()), entry));
            return tensors;
        }
    }

    private static Tensor read(Path path, FileChannel channel, Header.Entry entry) throws IOException {
        var x = empty(entry.shape(), dtype(entry.dtype()));
        try {
            TensorBytes.read(x, channel);
        } catch (IOException e) {
            throw new FileFormatException(path, "tensor \"%s\": %s".formatted(entry.name(), e.getMessage()), e);
        }
        return x;
    }

    /**
     * Reads the parameters and buffers of a module, converted to its dtypes: all or, if anything does not fit, none.
     *
     * @param args strict (true), assign (false): as {@link Module#loadStateDict} has them
     * @return the names that were missing, and those that were unexpected
     * @throws FileFormatException if the file breaks a rule of the format
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the tensors do not fit the module
     */
    @SafeVarargs
    public static IncompatibleKeys load(Module module, Path path, Arg<? super Module.LoadArgs>... args)
            throws IOException {
        return module.loadStateDict(load(path), args);
    }

    /**
     * Reads the texts that a file carries beside its tensors.
     *
     * @throws FileFormatException if the file breaks a rule of the format
     * @throws IOException if it cannot be read
     */
    public static Map<String, String> metadata(Path path) throws IOException {
        try (var channel = InputFile.open(path)) {
            return HeaderReader.read(path, channel).metadata();
        }
    }
}
