/**
 * Off-heap bytes and who gives them back.
 *
 * <p>A {@link flambeau.memory.Storage} is a raw 64-byte-aligned address with a length. Kernels read it through the one
 * segment {@link flambeau.memory.Native#ALL}: no arena and no segment is made per tensor. {@link flambeau.memory.Pool}
 * hands storages out and takes their blocks back in three ways, the cheapest first:
 *
 * <ol>
 *   <li>at once, by {@link flambeau.memory.Storage#release()}, where the library knows that nobody can look any more
 *       (temporaries, gradients of intermediates), or at the end of a {@link flambeau.memory.Scope};
 *   <li>with its slab: small storages are cut from a shared {@code Slab} by bumping a pointer and have no reference
 *       processing of their own;
 *   <li>after a garbage collection, through one queue of phantom references that is polled when allocating.
 * </ol>
 *
 * <p>A released storage refuses its address, so that a forgotten reference is an exception and never a crash.
 */
@NullMarked
package flambeau.memory;

import org.jspecify.annotations.NullMarked;
