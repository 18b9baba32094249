/**
 * How a call on float32 arrays is cut into runs: stretches of memory that a plain loop walks. The packages {@code tile} and
 * {@code vector} fill in the loops, this package has everything else, so that both compute the same numbers.
 *
 * <p>The numbers are the same to the bit, because a call may be computed by either: {@code vector} takes an operation over in the
 * middle of a program, when its loops have been compiled, and the same seed must give the same losses all the same. They depend
 * neither on the number of threads nor on the width of the processor's vectors:
 *
 * <ul>
 *   <li>Elementwise functions are the same operations of float32 in the same order, with the same fused multiply-adds
 *       ({@link flambeau.kernel.runs.Approximation}).
 *   <li>A sum has {@value flambeau.kernel.runs.Lanes#COUNT} lanes on every machine: {@link flambeau.kernel.runs.Lanes} defines the order.
 *   <li>A matrix product adds to each element in the order of k, each step one fused multiply-add.
 *   <li>Threads take chunks whose size the shape decides; their partial results are combined in order.
 * </ul>
 */
@NullMarked
package flambeau.kernel.runs;

import org.jspecify.annotations.NullMarked;
