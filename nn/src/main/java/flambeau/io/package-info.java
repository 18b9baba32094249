/**
 * State dicts to and from files.
 *
 * <p>{@link flambeau.io.Safetensors} reads and writes tensors by name: an 8-byte length, a header in JSON, the bytes of
 * the tensors. {@link flambeau.io.Npy} has one tensor, for NumPy. {@link flambeau.io.Checkpoint} is
 * for PyTorch's own files, of which it runs nothing. {@link flambeau.io.AtomicFile} writes all of them beside their
 * place and then renames them, so that whoever looks finds the old or the new file, whole, whatever happens meanwhile;
 * files that are read are trusted in nothing.
 */
@NullMarked
package flambeau.io;

import org.jspecify.annotations.NullMarked;
