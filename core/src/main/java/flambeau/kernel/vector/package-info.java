/**
 * Kernels on vectors of the module jdk.incubator.vector: only {@link flambeau.kernel.Providers} knows of this package, and loads it
 * when the JVM was started with that module.
 *
 * <p>Loops address memory through one constant segment with raw addresses and an int index, the only form that C2 makes fast. Each
 * has a body of whole vectors and a scalar tail, and computes the same numbers as the loops over tiles
 * ({@link flambeau.kernel.runs}).
 *
 * <p>Vector code is a thousand times slower until C2 has compiled it. So each operation is declined until a background thread
 * ({@code Warmer}) has driven its loops to speed, which it does for operations that are asked for often enough.
 */
@NullMarked
package flambeau.kernel.vector;

import org.jspecify.annotations.NullMarked;
