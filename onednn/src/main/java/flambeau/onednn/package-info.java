/**
 * Matrix products and convolutions from oneDNN, called through the JDK's foreign function interface.
 *
 * <p>{@code Natives} finds the libraries, {@code Dnnl} holds the functions, {@code Draft} describes a primitive to oneDNN,
 * {@code Primitive} is what comes of it, {@code Plan} adds the copies to and from the memory order that it wants, and a
 * {@code Cache} keeps plans by shape. {@code DnnlGemm} and {@code DnnlConv} are the kernel families.
 *
 * <p><b>Threads.</b> oneDNN never runs a team of its own here. It plans sums for the threads that it has, and so rounds
 * differently with each number of them: the gradients of weights and products with long sums were measured to do so. Instead a family cuts its work into pieces that depend on the shapes alone, each computed by one thread of
 * {@link flambeau.kernel.Parallel} with a primitive for one thread, and adds what they contribute to the same numbers in their
 * order. That was measured to be as fast as oneDNN's own team, and leaves no second team that spins.
 *
 * <p><b>Memory order.</b> Images channels-last are taken as they are. With few channels, and for images in another order, a
 * plan lets oneDNN choose and copies piece by piece, so that the copies stay in the processor's cache. Weights keep PyTorch's
 * order and are copied once a call, or once for all while they do not change.
 *
 * <p><b>Matrix products</b> go to oneDNN's C function {@code sgemm} wherever it can take them: it needs no preparation, where a
 * primitive takes milliseconds and 0.7 MB for every new shape, and is as fast.
 */
@NullMarked
package flambeau.onednn;

import org.jspecify.annotations.NullMarked;
